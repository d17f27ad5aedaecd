"""Known faults and harmless twins of a text, each a text with one thing changed; nothing here is asked or written."""
