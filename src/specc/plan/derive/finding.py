"""What a family of obligations yields: a test, or the reason why there is none."""

from __future__ import annotations

import attrs

from specc.plan.changes import Change
from specc.plan.nodes import DerivedStep, DerivedTest


@attrs.frozen
class Finding:
    """`id` is the obligation's (for a test with changes: the part before their labels)."""

    id: str
    kind: str
    place: str
    text: str
    test: DerivedTest | None = None
    reason: str | None = None
    waived: bool = False

    def tested(
        self, function: str, *steps: DerivedStep, changes: tuple[Change, ...] = ()
    ) -> Finding:
        """The finding with a test of these steps, which says of itself what must hold."""
        doc = f"{self.text[0].upper()}{self.text[1:]}."
        test = DerivedTest(function, self.id, self.place, doc, steps, changes)
        return Finding(self.id, self.kind, self.place, self.text, test)  # made often: no evolve

    def untested(self, reason: object) -> Finding:
        """The finding without a test, and why."""
        return attrs.evolve(self, reason=str(reason))
