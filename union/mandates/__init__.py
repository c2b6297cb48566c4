"""The means of a delegate's mandate: the hours of each month, the monthly meetings, and the note for the register."""
