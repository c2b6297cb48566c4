"""The dates of one's cases as a calendar that a telephone reads: a secret address, and no name of anybody."""
