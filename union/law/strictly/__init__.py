"""Facts read strictly, field by field, and the tables in which chapters keep their rules."""
