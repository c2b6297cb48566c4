"""When a period ends, on which calendar, and the sentence that explains the count."""
