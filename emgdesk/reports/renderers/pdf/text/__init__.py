"""Text for the page: fonts for every script, letters shaped and ordered, lines broken."""
