"""Twins by the names of their rules, each with its flaw in sight."""
