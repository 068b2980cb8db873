"""From a file to a plan value: no SQL, no Qt."""
