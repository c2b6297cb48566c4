"""The letters of a case from draft to answer, and the register of what went out and came in."""
