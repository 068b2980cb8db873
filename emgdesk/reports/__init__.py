"""Rows to content blocks to PDF: no SQL, no Qt."""
