"""What a file is, by its content alone, and what of it may be kept: looked into by a limited child."""
