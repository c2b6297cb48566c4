"""What one cell says: names, days, amounts, telephones, words with a meaning."""
