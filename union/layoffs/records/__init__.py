"""What the tables of a dispute hold, its facts, and the codes of its acts."""
