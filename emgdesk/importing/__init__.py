"""From a file to an ImportPlan value: no SQL, no Qt."""
