"""What became of each mutant."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

NOTICED = ("killed", "timeout")


@attrs.frozen
class Verdict:
    """A mutant after the run.

    `outcome` is killed, timeout (its tests did not end), survived, unreached (no test came where it
    would have made a difference) or error. `by` is the obligation that noticed; `message` what it
    said, or why none did.
    """

    id: str
    kind: str
    endpoint: str
    of: str
    place: str
    text: str
    outcome: str
    by: str
    message: str

    @property
    def noticed(self) -> bool:
        """Whether the suite tells the mutant from a healthy service."""
        return self.outcome in NOTICED


@attrs.frozen
class Mutated:
    """A suite after its mutants. `set_aside` are obligations that the healthy mock breaks, and how.

    `trouble` is what pytest printed where the suite could not be run at all.
    """

    suite: str
    spec: str
    verdicts: tuple[Verdict, ...]
    set_aside: Mapping[str, str]
    tests: int
    seconds: float
    trouble: str = ""
    interrupted: bool = False

    @property
    def noticed(self) -> int:
        """How many mutants the suite notices."""
        return sum(each.noticed for each in self.verdicts)

    @property
    def score(self) -> float:
        """The share of mutants that are noticed, in percent; 100 where there are none."""
        return 100.0 * self.noticed / len(self.verdicts) if self.verdicts else 100.0

    @property
    def score_reached(self) -> float:
        """The same of those mutants that some test came across."""
        reached = sum(each.outcome != "unreached" for each in self.verdicts)
        return 100.0 * self.noticed / reached if reached else 100.0

    @property
    def survivors(self) -> tuple[Verdict, ...]:
        """Those that nobody noticed."""
        return tuple(each for each in self.verdicts if not each.noticed)

    def data(self) -> dict[str, object]:
        """The run as data that JSON can hold."""
        return {
            "suite": self.suite,
            "spec": self.spec,
            "tests": self.tests,
            "seconds": round(self.seconds, 3),
            "score": round(self.score, 2),
            "score_reached": round(self.score_reached, 2),
            "trouble": self.trouble,
            "interrupted": self.interrupted,
            "set_aside": dict(self.set_aside),
            "mutants": [attrs.asdict(each) for each in self.verdicts],
        }
