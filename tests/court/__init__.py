"""Court files and their dates."""
