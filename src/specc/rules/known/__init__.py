"""The rules, each a file: what it is, and where its plan and its probe are found."""
