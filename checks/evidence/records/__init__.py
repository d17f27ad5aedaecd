"""Official records: each module here reads one, from a saved answer to rows of a register."""
