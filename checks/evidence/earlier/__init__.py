"""What was checked before: a local store of earlier fact-checks, where they come from, and how one is found."""
