"""One suite's way through the compiler: front end, lowering, plan, emitters. Nothing is written."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

import attrs

from specc.driver import fresh
from specc.driver.manifest import NAME, Manifest
from specc.driver.sources import Sources
from specc.driver.state import digest

if TYPE_CHECKING:
    from specc.diagnostics.model import Diagnostic
    from specc.frontend import Checked
    from specc.ir.nodes import Suite
    from specc.plan.nodes import Plan


Made: TypeAlias = tuple[str, Iterable[bytes]]
"""A file: its name from the output folder, and its content in pieces, as often as one wants."""


@attrs.frozen(eq=False)
class Compiled:
    """What became of one root. `files` is None where errors stand in the way.

    The files are made while they are gone through, which can be done once. `read` names every file
    that the outcome depends on.
    """

    root: str
    diagnostics: tuple[Diagnostic, ...]
    files: Iterable[Made] | None
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
    ir: Suite | None = None
    try:
        front = checked(root, sources)
        diagnostics, has_errors = tuple(front.diagnostics), front.has_errors
        if suite and not has_errors:
            ir = lowered(front, suite, sources)
        read = tuple(sorted(sources.touched | {root}))
    finally:
        sources.touched = None
        sources.forget(root)  # few import a root, and its tree is the largest thing we hold
    del front  # nor do we hold it while we plan
    files: Iterable[Made] | None = None
    if not has_errors:
        files = () if ir is None else emitted(planned(ir), up)
    return Compiled(root, diagnostics, files, read)


def emitted(plan: Plan, up: int | str) -> Iterator[Made]:
    """The files that all emitters make of a plan, and the manifest, each when it is asked for."""
    from specc.emit.registry import EMITTERS

    suite = plan.suite
    manifest = Manifest(suite.name, suite.spec)

    def noted(files: Iterable[tuple[str, str]]) -> Iterator[Made]:
        for name, text in files:
            data = text.encode("utf-8")
            manifest.hold(name, digest(data))
            yield f"{suite.name}/{name}", (data,)

    emissions = [begin(plan, up) for begin in EMITTERS.values()]
    for part in plan.endpoints:
        manifest.say(part.obligations)
        for emission in emissions:
            yield from noted(emission.endpoint(part))
    manifest.say(plan.others)
    for emission in emissions:
        yield from noted(emission.rest())
    yield f"{suite.name}/{NAME}", manifest


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
