"""A service made from a spec alone: it keeps in memory what the spec says that it creates."""
