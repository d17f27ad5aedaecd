"""A claim and a passage in slots: who, did what, when, how much, how many, done or only planned, who says so."""
