"""The record: who did or opened what, when, in a chain that shows what was changed."""
