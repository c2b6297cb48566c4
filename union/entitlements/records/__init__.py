"""What is known of one person, and the calculation as it was made."""
