"""A labelled set for person matching: a directory, lists to import, and the truth of every row."""
