"""The plan: obligations, and how each is put to the test."""
