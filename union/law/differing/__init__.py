"""Where the sources differ: the switches, the other readings of a figure, and what each answer assumes."""
