"""Web archives: what they answer, told from what the live web answers."""
