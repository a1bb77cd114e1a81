"""Checks of declarations, one file a topic."""
