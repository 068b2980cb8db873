"""Meetings to a calendar file."""
