"""What screens and documents read: Session in, frozen rows out."""
