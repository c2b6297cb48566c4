"""Whether what the law asks was done: questions, findings and what follows from them."""
