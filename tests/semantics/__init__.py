"""Tests of linking, resolution and the checks."""
