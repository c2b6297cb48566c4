"""From the facts of one person to what the law owes them, kept as it was computed."""
