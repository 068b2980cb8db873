"""One module a format: content blocks in, a file out."""
