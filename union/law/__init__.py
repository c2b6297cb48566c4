"""Moroccan labour law as plain Python: facts in, figures out, each with its article; the standard library only."""
