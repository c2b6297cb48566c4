"""Where people work: employers, their sites, client markets, and headcount over time."""
