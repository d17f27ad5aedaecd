"""Documents and registers: what was published, by whom, and how far it can be trusted."""
