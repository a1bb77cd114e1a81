"""The command line: one file a command. What a command does, a library user can call too."""
