"""What taking a roster in would do, row by row, and what was decided."""
