"""The command line, a file for each part of the work; `checks/__main__.py` puts them together."""
