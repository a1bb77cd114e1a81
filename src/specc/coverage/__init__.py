"""How much of what a spec says its runs have seen."""
