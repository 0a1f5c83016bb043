"""Many schools at once: where their answers are, a plan for each, and what they have in common."""
