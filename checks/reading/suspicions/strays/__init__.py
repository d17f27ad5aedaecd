"""Text that does not belong: foreign paragraphs, headlines of other stories, boilerplate."""
