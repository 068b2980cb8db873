"""A file of people as records: the layout, the rows, what is set aside."""
