"""A work plan on its way in."""
