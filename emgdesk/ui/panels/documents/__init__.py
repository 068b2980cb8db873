"""The document register of a meeting, and what was issued of its documents."""
