"""What the law owes one person: their facts, the sums as they were computed, the readings, the page and the sheet."""
