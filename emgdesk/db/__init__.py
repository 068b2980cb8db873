"""The desk as one SQLite file; whatever is special to SQLite stays in this package."""
