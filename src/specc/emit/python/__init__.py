"""Prints Python as `ruff format` would leave it, without running it: a tree, its layout, names."""
