"""Taking an import back, from what was kept of it."""
