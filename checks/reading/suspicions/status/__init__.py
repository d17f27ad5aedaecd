"""What cannot both be: done and planned, first and not first, exclusive and another's, one person under two names."""
