"""So many of a series' values as are enough to tell its middle, whatever its length."""

from __future__ import annotations

import attrs

MOST = 400
"""Values that are kept, at most."""


@attrs.define
class Sample:
    """Every value at first, then every second one, every fourth: spread over the whole series."""

    count: int = 0
    kept: list[float] = attrs.field(factory=list)
    _every: int = 1

    def add(self, value: float) -> None:
        """Take note of a value."""
        if self.count % self._every == 0:
            if len(self.kept) == MOST:
                self.kept = self.kept[::2]
                self._every *= 2
            if self.count % self._every == 0:
                self.kept.append(value)
        self.count += 1
