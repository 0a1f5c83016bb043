"""Reads tables of answers, CSV and Excel, as the same nodes as a file."""
