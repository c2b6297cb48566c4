"""How a list is read: its columns, its open questions, and the readings saved for the next one."""
