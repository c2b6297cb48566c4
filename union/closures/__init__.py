"""A site that closes from one day to the next: the first 72 hours, the evidence, and an intake at the gate by
telephone."""
