"""Elections of staff delegates while they are under way: the days, who has to act, the lists, the count, the share."""
