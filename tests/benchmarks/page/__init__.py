"""BENCHMARKS.md: what a benchmark says of itself, a row of its table, and the page that one run writes."""

from .rows import About, Row

__all__ = ["About", "Row"]
