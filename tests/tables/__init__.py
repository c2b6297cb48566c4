"""Tests of the roster reader, from bytes to clean rows."""
