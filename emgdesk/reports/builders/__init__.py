"""One module a document: rows in, content blocks out."""
