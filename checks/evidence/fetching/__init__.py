"""Asking servers for bytes: politely, within limits, and never inside a private network."""
