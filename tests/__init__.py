"""Tests of the whole product, with one cast."""
