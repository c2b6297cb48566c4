"""The sheet of one person, in French and in Arabic."""
