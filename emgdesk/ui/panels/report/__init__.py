"""The report of a meeting: its text, and the notes and follow-ups behind it."""
