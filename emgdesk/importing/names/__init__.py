"""What a shown name tells: a person, an entity beside it, a machine, an office."""
