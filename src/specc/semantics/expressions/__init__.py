"""Expressions: what type each has, and whether its operations can ever make sense."""
