"""Lists on their way in: what a file holds, what would happen, and doing exactly that."""
