"""One suite's way through the compiler: front end, lowering, plan, emitters. Nothing is written."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import attrs

from specc.driver import fresh
from specc.driver.manifest import sealed
from specc.driver.sources import Sources

if TYPE_CHECKING:
    from specc.diagnostics.model import Diagnostic
    from specc.frontend import Checked
    from specc.ir.nodes import Suite
    from specc.plan.nodes import Plan


@attrs.frozen
class Compiled:
    """What became of one root. `files` is None where errors stand in the way.

    `read` names every file that the outcome depends on.
    """

    root: str
    diagnostics: tuple[Diagnostic, ...]
    files: dict[str, bytes] | None
    read: tuple[str, ...]


def checked(root: str, sources: Sources) -> Checked:
    """A root and all that it imports, parsed, resolved and checked."""
    from specc.frontend import compile_front

    day = datetime.date.fromisoformat(fresh.today())
    return compile_front(root, sources.load, sources.read_text, day)


def lowered(front: Checked, suite: str, sources: Sources) -> Suite:
    """The IR of a checked program that has no errors."""
    from specc.ir.lower import lower

    assert front.program is not None
    return lower(front.program, suite, sources.read_text)


def planned(suite: Suite) -> Plan:
    """The plan of a suite."""
    from specc.plan.planning import make_plan

    return make_plan(suite)


def compiled(root: str, suite: str | None, sources: Sources, up: int | str = 2) -> Compiled:
    """Compile a root into the files of the suite that is to be called `suite`.

    Without a suite it is only checked. `up` leads from the suite's folder to where we are.
    """
    sources.touched = set()
    try:
        front = checked(root, sources)
        files: dict[str, bytes] | None = None
        if not front.has_errors:
            files = sealed(suite, emitted(front, suite, sources, up)) if suite else {}
        read = tuple(sorted(sources.touched | {root}))
    finally:
        sources.touched = None
    return Compiled(root, tuple(front.diagnostics), files, read)


def emitted(front: Checked, suite: str, sources: Sources, up: int | str) -> dict[str, str]:
    """The files that all emitters make of a checked program. Names lead from the output folder."""
    from specc.emit.registry import EMITTERS

    plan = planned(lowered(front, suite, sources))
    texts: dict[str, str] = {}
    for emit in EMITTERS.values():
        texts |= emit(plan, up)
    return texts


@contextmanager
def uncollected() -> Iterator[None]:
    """Without garbage collection, which would walk the growing trees again and again.

    What a compilation makes has few cycles, and is dropped with it.
    """
    was_on = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()
