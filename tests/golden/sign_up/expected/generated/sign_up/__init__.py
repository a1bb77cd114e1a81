"""Actors that sign up, and own the account that they made."""
