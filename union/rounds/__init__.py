"""General rounds of elections: the official figures of the whole country, and the share of each union in them."""
