"""Names from other files, some of them twice."""
