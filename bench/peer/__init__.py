"""A Django project over the same people in clear: a hand-written view of the same page, and its admin's list."""
