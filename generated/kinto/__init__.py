"""Kinto, a store of JSON objects with accounts, permissions and versions, as it answers from memory."""
