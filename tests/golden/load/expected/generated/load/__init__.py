"""Load profiles, with all that a flow can hold."""
