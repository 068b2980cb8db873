"""Building blocks of the screens; none of them knows the desk."""
