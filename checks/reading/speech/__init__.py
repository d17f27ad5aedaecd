"""Who says what: quotation marks, reported speech, and voices."""
