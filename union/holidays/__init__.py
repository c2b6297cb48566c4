"""Holidays that depend on the moon: announced each year, entered by the secretariat, and counted everywhere."""
