"""Content blocks to a Word file."""
