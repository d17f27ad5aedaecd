"""The phrases that say when, how long and how often."""
