"""Tests of the load engine."""
