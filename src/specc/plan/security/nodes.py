"""The plan of security tests: what is probed, by whom, and what must not come of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from specc.ir.expressions import Value
from specc.ir.security import SecurityBlock
from specc.plan.nodes import Call, Obligation

KIND = "security"
"""What kind of obligations these are."""


@attrs.frozen
class Who:
    """An actor that takes part in a test, by its fixture's name."""

    name: str


@attrs.frozen
class Calls:
    """Several calls that a check is told of together."""

    calls: tuple[Call, ...]


Argument: TypeAlias = Call | Calls | Who | Value


def calls_in(others: Iterable[tuple[str, Argument]]) -> Iterator[Call]:
    """The calls among what a check is told."""
    for _, value in others:
        match value:
            case Call():
                yield value
            case Calls(calls):
                yield from calls
            case _:
                pass


@attrs.frozen
class SecurityTest:
    """A test by a check of `specc.runtime.security`, or by one of a package that brings rules.

    The latter is its place: `acme_rules.checks:keeps_quiet`. It is what the rules name as `probe`.
    It is run for each of its `rules`. `attempt` is the valid call by its entitled actor; what else
    the check is told goes by names. `who` ends the obligation's id where a rule is tested with
    several callers; `endpoint` is None for what is about a service as a whole.
    """

    endpoint: str | None
    rules: tuple[str, ...]
    check: str
    attempt: Call
    others: tuple[tuple[str, Argument], ...]
    doc: str
    place: str
    who: str = ""
    function: str = ""
    writes: bool = False
    like: str | None = None
    """The actor whose own call of the endpoint, in its steps, has the body to be sent."""
    fail_on: str | None = None
    """The severity from which on a finding fails; milder ones are noted. None where all fail."""


@attrs.frozen
class Untested:
    """Rules that cannot be put to the test on an endpoint, and why."""

    endpoint: str | None
    rules: tuple[str, ...]
    place: str
    reason: str
    who: str = ""


@attrs.frozen
class ScanTest:
    """A look at files around the service, by a check; `path` starts where spec names do."""

    function: str
    obligation: str
    check: str
    path: str
    fail_on: str
    doc: str
    place: str
    also: tuple[str, ...] = ()
    """Other paths that are looked at with it."""


Probe: TypeAlias = SecurityTest | Untested


@attrs.frozen
class SecurityPlan:
    """All security tests of a suite, their obligations, and where they may be run."""

    blocks: tuple[SecurityBlock, ...] = ()
    tests: tuple[SecurityTest, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    hosts: tuple[str, ...] = ()
    scans: tuple[ScanTest, ...] = ()
    by_block: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    """The ids of each block's obligations, by its name; two blocks may ask for the same."""
