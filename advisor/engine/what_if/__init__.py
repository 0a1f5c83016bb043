"""What if an answer were another one: the same reasoning, run again."""
