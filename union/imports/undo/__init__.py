"""Taking an import back and bringing it back again, from what was kept of it."""
