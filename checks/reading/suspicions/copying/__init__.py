"""Marks of copying: quotation marks, leftover markup, joined lines, moulds, markings, stock phrases."""
