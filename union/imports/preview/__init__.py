"""The preview: what would happen to each row, what is unusual, and which cells a person corrects."""
