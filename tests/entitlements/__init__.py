"""What one person is owed, on the pages of a case."""
