"""Tests mirror the tree of `emgdesk`; `conftest` gives every one its own folders and no network."""
