"""Mutation of the spec's own world: which defects of a mock the suite notices."""
