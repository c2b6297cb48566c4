"""Elections of staff delegates while they are under way."""
