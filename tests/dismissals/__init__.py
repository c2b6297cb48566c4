"""Dismissal letters put to the twelve questions."""
