"""Lists of people in plain text, pasted or saved."""
