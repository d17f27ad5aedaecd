"""Articles side by side: which are copies of one story, and what changed from copy to copy."""
