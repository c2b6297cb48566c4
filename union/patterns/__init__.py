"""What several cases have in common, what follows on union events, who resigns together, who was sanctioned less."""
