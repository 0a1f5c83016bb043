"""Asks with keys, on a terminal that can draw."""
