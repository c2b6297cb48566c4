"""Signed receipts, from the desk and from the lawyer."""
