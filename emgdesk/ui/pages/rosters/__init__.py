"""Rosters: of any meeting, of all people, of all entities."""
