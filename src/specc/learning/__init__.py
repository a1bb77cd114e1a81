"""Regression tests in the language itself, written from what a run has found."""
