"""The compilation: which files there are, what is stale, what is written, how suites are run.

Nothing is imported with this package: a build that finds nothing to do must not pay for one that
does. `specc.driver.build.build` is where a library user starts.
"""
