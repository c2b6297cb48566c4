"""The file of a case for its lawyer or the court: what goes in, what stays, and what its checker finds."""
