"""Envelopes, keys and tokens: the only package that imports cryptography primitives."""
