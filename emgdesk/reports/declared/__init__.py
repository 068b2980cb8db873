"""The documents of the catalog, declared with their options."""
