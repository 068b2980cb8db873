"""What the documents are built from: rows of the desk in the builders' own values."""
