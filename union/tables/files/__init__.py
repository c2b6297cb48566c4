"""From the bytes of a file to a table of its rows: what it is, how it was saved, and what it may hide."""
