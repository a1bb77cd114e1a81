"""The kinds of mutants, a file a subject."""
