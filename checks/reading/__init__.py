"""From a text to its parts: sentences, words, names."""
