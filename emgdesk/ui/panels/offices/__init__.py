"""Who holds the offices of the Group, and whom its entities have designated."""
