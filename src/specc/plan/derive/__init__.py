"""Obligations that follow from an endpoint's own text, one file a family."""
