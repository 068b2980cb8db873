"""The agenda of a meeting: its items as an outline, the facts of the chosen one beside it."""
