"""What a family of obligations yields: a test, or the reason why there is none."""

from __future__ import annotations

import attrs

from specc.plan.nodes import DerivedTest


@attrs.frozen
class Finding:
    """`id` is the obligation's (for a test with changes: the part before their labels)."""

    id: str
    kind: str
    place: str
    text: str
    test: DerivedTest | None = None
    reason: str | None = None
