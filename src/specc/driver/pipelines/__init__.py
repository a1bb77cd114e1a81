"""Pipelines run here: stages in the order of their needs, independent ones side by side."""
