"""What each column of a table holds: from its header, from its values, or asked."""
