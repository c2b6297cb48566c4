"""A table understood as one kind of list: a roster, an employer's list, workplaces, headcounts, days, elections."""
