"""The database, the rows within reach, the sealed files beside it, and what only they use."""
