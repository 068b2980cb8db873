"""The roster of a meeting as a table with its numbers."""
