"""Reads YAML into the model, with all problems of a file at once and their places."""
