"""Layoff disputes, from the desk's side."""
