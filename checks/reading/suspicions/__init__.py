"""The article against itself: what cannot be, cannot both be, or does not belong."""
