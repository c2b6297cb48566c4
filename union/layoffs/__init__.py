"""Layoff disputes: the employer's list, what the law owes each person on it, and the shortfall of what was offered."""
