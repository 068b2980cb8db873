"""What the user can do: one function per intention; none of them commits."""
