"""The pytest suite: what a senior engineer would write, from the plan."""

from specc.emit.pytest.suite import PytestSuite

__all__ = ["PytestSuite"]
