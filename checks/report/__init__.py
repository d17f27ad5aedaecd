"""What a reader gets: one page that stands by itself."""
