"""Parts that more than one page shows, with their wiring to the desk."""
