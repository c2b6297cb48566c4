"""The pages on which one person is asked about, and what they show."""
