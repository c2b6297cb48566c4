"""What members pay: the rate of each year, payments with their receipts, what delegates collect, what is owed."""
