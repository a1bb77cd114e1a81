"""The figures of earlier runs, kept beside the project, and what they say that one run can't."""
