"""What was said at a meeting, noted by keyboard; who owes what since then."""
