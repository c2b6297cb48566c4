"""One pure reader of rosters: bytes in, a table out, and a second layer that understands its cells."""
