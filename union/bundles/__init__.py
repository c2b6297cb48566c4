"""The file of a case for its lawyer or for the court: one PDF, what goes beside it, and a checker that asks nobody."""
