"""Tickets that go from state to state, and lists that are sorted and counted."""
