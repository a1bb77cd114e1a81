"""Ways out of mistakes, as edits: one file for each family, all in `registry.py`."""
