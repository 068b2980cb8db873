"""The meetings: facts, numbers, what to do next, participants."""
