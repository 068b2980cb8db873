"""Where the table of a file lies and what its columns hold."""
