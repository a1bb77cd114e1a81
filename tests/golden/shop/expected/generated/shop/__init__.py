"""The shop's public HTTP API, its load profile and its security rules."""
