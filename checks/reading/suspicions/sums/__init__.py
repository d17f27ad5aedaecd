"""What does not add up: totals, votes, percentages, weekdays, ranks, one thing with two figures."""
