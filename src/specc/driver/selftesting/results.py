"""What became of the rules on their twins."""

from __future__ import annotations

import attrs


@attrs.frozen
class Alarm:
    """A rule that spoke of a service that is in order."""

    rule: str
    obligation: str
    message: str


@attrs.frozen
class Judged:
    """A rule after its twins.

    `held` is how many tests of the rule the fixed service passed: none where the rule is not
    applicable there, as `why` says. `trouble` is what kept the twins from being run at all.
    """

    rule: str
    hit: bool = False
    held: int = 0
    why: str = ""
    alarms: tuple[Alarm, ...] = ()
    trouble: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether it found the flaw, and nothing else was said."""
        return self.hit and not self.alarms and not self.trouble


@attrs.frozen
class Selftest:
    """All rules that were run. `elsewhere` are rules that need no test, by what tests them."""

    judged: tuple[Judged, ...]
    elsewhere: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        """What was said of services that are in order, each once."""
        return tuple(dict.fromkeys(alarm for each in self.judged for alarm in each.alarms))

    @property
    def ok(self) -> bool:
        """Whether every rule hit, and none spoke out of turn."""
        return all(each.is_sound for each in self.judged)
