"""A believable federation of invented people, for looking and trying: filled once, never mixed with real data."""
