"""What now: what comes, what is due, what waits for somebody."""
