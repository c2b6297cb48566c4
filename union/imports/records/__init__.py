"""What is kept of a list: where it stands, what became of its rows, what it replaced, how it is read."""
