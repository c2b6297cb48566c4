"""Who signs in: accounts, grants over workplaces from and until a date, sessions that end when they should."""
