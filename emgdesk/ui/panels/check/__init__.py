"""The check before publication in the window: what was found, where it is, what is meant so."""
