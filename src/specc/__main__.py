"""`python -m specc`."""

from specc.cli.entry import main

main()
