"""Running generated suites, each by a pytest of its own, and what became of each obligation."""
