"""An article as it comes, from bytes to paragraphs of plain text."""
