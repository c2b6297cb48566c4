"""What a figure stands on: texts by version, articles with their titles, and the book of the rules."""
