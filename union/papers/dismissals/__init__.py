"""The twelve questions put to a dismissal letter and the minutes of its hearing, and the letter that follows."""
