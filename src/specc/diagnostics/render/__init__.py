"""How diagnostics are shown: to people, to programs and to code hosts, one file a format."""
