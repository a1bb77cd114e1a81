"""The intermediate representation: what a checked spec says, with no syntax left, and its graph."""
