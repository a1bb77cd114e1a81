"""Little services that break one security rule each, and the same ones mended.

`twins/` has a file for each rule, by its name. They are served on loopback while `specc selftest`
runs the rules on them, and are of no use for anything else.
"""
