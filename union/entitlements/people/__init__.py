"""The facts of one person: their words, payslips, dates, and what they cannot be."""
