"""How the sums are read where sources differ: switched for a dispute or for one person."""
