"""Formats: a plan as terminal text, Markdown or JSON; each returns text and opens no file."""
