"""The first page of each role, the agenda, search, and counts."""
