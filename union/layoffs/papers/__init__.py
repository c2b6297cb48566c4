"""What leaves a dispute on paper or as a file: sheets, letters, the group's table, the archive."""
