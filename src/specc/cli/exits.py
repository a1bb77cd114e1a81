"""What the exit code of a command says."""

HOLDS = 0
"""All holds."""
BROKEN = 1
"""A test or a threshold is broken, or the output folder isn't what the specs say."""
WRONG = 2
"""A spec or the command line is wrong."""
UNREACHED = 3
"""A service can't be reached or started."""
DEFECT = 4
"""A defect of this tool."""
