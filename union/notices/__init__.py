"""A mail that something waits, or nothing: no word of what it is, to an address that its holder chose and confirmed."""
