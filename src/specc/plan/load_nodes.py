"""The nodes of a plan that are about load."""

from __future__ import annotations

import attrs

from specc.ir.load import LoadProfile
from specc.ir.steps import Request


@attrs.frozen
class Alone:
    """An endpoint that stands in a mix by itself: steps that make things, and the call.

    `kept` are captures that each virtual user makes once; `own` those that its actor has made, by
    their contract.
    """

    endpoint: str
    steps: tuple[Request, ...]
    kept: frozenset[str]
    own: tuple[tuple[str, str], ...]


@attrs.frozen
class LoadPlan:
    """The profiles that can be run, those that can't and why, and the calls that they need."""

    profiles: tuple[LoadProfile, ...] = ()
    left_out: tuple[tuple[LoadProfile, str], ...] = ()
    alone: tuple[Alone, ...] = ()
