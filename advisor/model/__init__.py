"""Frozen values: what the knowledge, the answers, the profile and the plan are made of."""
