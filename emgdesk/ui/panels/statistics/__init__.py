"""Attendance statistics in the window: which meetings, their charts, their numbers."""
