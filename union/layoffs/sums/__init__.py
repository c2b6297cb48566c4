"""What the law owes each person of the list and all of them, kept as it was computed."""
