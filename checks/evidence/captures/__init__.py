"""Captures: the bytes of a source as they came, what they say, and whether they are still the same."""
