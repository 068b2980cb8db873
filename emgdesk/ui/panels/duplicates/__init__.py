"""People and entities that look alike: compared field by field, merged, or said to be two."""
