"""People, organisations, places and offices by their names."""
