"""Where a site stands, who answers for it, what comes next; and the brands whose customers it serves."""
