"""Who the people of a file are: surely, possibly, nobody known; the same for entities."""
