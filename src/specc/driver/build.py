"""A build: compile what is stale, write what changed, remove what is no longer made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from specc.driver import fresh
from specc.driver.compiling import Made, compiled, uncollected
from specc.driver.inputs import GENERATED, folders_up
from specc.driver.manifest import known_files, suites_on_disk
from specc.driver.notes import Note, in_order, notes_of, recalled, recorded, text_of
from specc.driver.outputs import Outputs
from specc.driver.sources import Sources
from specc.driver.state import (
    State,
    SuiteRecord,
    digest_of,
    pending_path,
    read_pending,
    read_state,
    tool_sum,
    write_pending,
    write_state,
)
from specc.driver.survey import Survey, Unit, is_stale, next_expiry, survey


@attrs.frozen
class Built:
    """What a build did. Files are named as people see them."""

    output: str
    specs: tuple[str, ...]
    read: tuple[str, ...]
    """The specs, what they import, and their data files."""
    suites: tuple[str, ...]
    """All suites that the specs make, by the names of their folders."""
    compiled: tuple[str, ...]
    """Those that were made anew."""
    failed: tuple[str, ...]
    """The specs that have errors. Their suites are as they were."""
    written: tuple[str, ...]
    removed: tuple[str, ...]
    edited: tuple[str, ...]
    """Files that someone edited, and that were thus left alone."""
    notes: tuple[Note, ...]

    @property
    def ok(self) -> bool:
        """Whether the output folder now is what the specs say."""
        return not self.failed and not self.edited

    @property
    def summary(self) -> str:
        """What was done, in a line."""
        count = len(self.suites)
        suites = "1 suite" if count == 1 else f"{count:,} suites"
        if not self.suites:
            return "no suite to write: no spec declares both a service and what to test of it"
        if not self.written and not self.removed:
            return f"{suites} in {self.output} up to date"
        done = f"{len(self.compiled):,} of {suites} compiled into {self.output}"
        files = [f"{len(self.written):,} written", f"{len(self.removed):,} removed"]
        return f"{done}: files {', '.join(part for part in files if not part.startswith('0 '))}"


def build(paths: Sequence[str], output: str = GENERATED, *, force: bool = False) -> Built:
    """Bring the suites of `paths` in the output folder up to date.

    Files that were edited by hand are overwritten only with `force`. Raises DriverError where the
    specs can't be found or the folder can't be written; mistakes in specs are notes of the result.
    """
    state = read_state(output)
    tool = tool_sum()
    if state["tool"] != tool:
        state["sources"].clear()
        for record in state["suites"].values():
            record["day"] = ""
    state["tool"] = tool
    job = _Job(state, output, force)
    with uncollected():
        return job.run(paths)


class _Job:
    """One build under way: gathers what `Built` tells."""

    def __init__(self, state: State, output: str, force: bool) -> None:
        self.state = state
        self.output = output
        self.force = force
        self.outputs = Outputs(output, state["outputs"], read_pending(output))
        self.sources = Sources(state["sources"])
        self.notes: list[Note] = []
        self.edited: list[str] = []
        self.failed: list[str] = []
        self.compiled: list[str] = []
        self.changes: dict[str, str] = {}
        self.records: dict[str, SuiteRecord] = {}

    def run(self, paths: Sequence[str]) -> Built:
        try:
            return self.build(paths)
        finally:
            self.outputs.clear()

    def build(self, paths: Sequence[str]) -> Built:
        found = survey(paths, self.output, self.sources)
        before = {key: list(record["outputs"]) for key, record in self.state["suites"].items()}
        for unit in found.units:
            if self.is_settled(unit, found):
                self.notes += recalled(self.state["suites"][unit.key]["notes"])
            else:
                self.compile(unit)
        removed = self.obsolete(found, before)
        self.commit(removed)
        built = Built(
            output=self.output,
            specs=found.specs,
            read=self.sources.seen,
            suites=tuple(unit.suite for unit in found.units if unit.suite),
            compiled=tuple(self.compiled),
            failed=tuple(self.failed),
            written=tuple(self.outputs.shown(name) for name in sorted(self.changes)),
            removed=tuple(self.outputs.shown(name) for name in removed),
            edited=tuple(self.outputs.shown(name) for name in sorted(set(self.edited))),
            notes=in_order(self.notes),
        )
        self.remember(found, built)
        return built

    def is_settled(self, unit: Unit, found: Survey) -> bool:
        """Whether a unit needs no compiling. Notes the files of it that someone edited."""
        if is_stale(unit, found, self.state):
            return False
        missing, edited = self.outputs.misplaced(self.state["suites"][unit.key]["outputs"])
        if missing or (edited and self.force):
            return False
        self.edited += edited
        return True

    def compile(self, unit: Unit) -> None:
        """Compile a unit, and decide about each of its files."""
        made = compiled(unit.root, unit.suite, self.sources, folders_up(self.output))
        notes = notes_of(made.diagnostics)
        self.notes += notes
        old = self.state["suites"].get(unit.key)
        if made.files is None:
            self.failed.append(unit.root)
            self.set_aside(unit, old)
            return
        names, changes, blocked = self.lay_down(unit, made.files)
        if blocked:
            self.outputs.take_up(changes)
            self.edited += blocked
            self.set_aside(unit, old)
            return
        self.changes |= changes
        if unit.suite:
            self.compiled.append(unit.suite)
        self.records[unit.key] = SuiteRecord(
            root=unit.root,
            day=fresh.today(),
            sources={name: self.sources.record(name)["sum"] for name in made.read},
            outputs=names,
            notes=recorded(notes),
        )

    def lay_down(
        self, unit: Unit, files: Iterable[Made]
    ) -> tuple[list[str], dict[str, str], list[str]]:
        """All files of a unit; those to be written, with their sums; those that must not be.

        What is to be written is laid down at once: the files of a large suite are never held.
        """
        names: list[str] = []
        changes: dict[str, str] = {}
        blocked: list[str] = []
        for name, pieces in files:
            names.append(name)
            now, new = self.outputs.sum(name), digest_of(pieces)
            if now == new:
                self.outputs.keep(name, new)
            elif now is None or self.force or self.outputs.is_ours(name, unit.suite or ""):
                self.outputs.lay_down(name, pieces, new)
                changes[name] = new
            else:
                blocked.append(name)
        return sorted(names), changes, blocked

    def set_aside(self, unit: Unit, old: SuiteRecord | None) -> None:
        """Remember a unit's files, but have it compiled again by the next build."""
        self.records[unit.key] = SuiteRecord(
            root=unit.root, day="", sources={}, outputs=old["outputs"] if old else [], notes=[]
        )

    def obsolete(self, found: Survey, before: dict[str, list[str]]) -> list[str]:
        """The files of former builds that nothing makes any more, but for those edited since."""
        units = {unit.key for unit in found.units}
        gone = {
            key
            for key, record in self.state["suites"].items()
            if key not in units and found.covers(record["root"])
        }
        was = {name: key for key, names in before.items() for name in names}
        if not before:
            for suite, spec in suites_on_disk(self.output).items():
                if suite in units or found.covers(spec):
                    was |= dict.fromkeys(known_files(self.output, suite), suite)
        for key in gone:
            del self.state["suites"][key]
        self.state["suites"] |= self.records
        wanted = {name for each in self.state["suites"].values() for name in each["outputs"]}
        unsure = set(self.failed)
        kept = {unit.suite for unit in found.units if unit.root in unsure}
        return sorted(
            name
            for name, suite in was.items()
            if name not in wanted and suite not in kept
            if self.outputs.sum(name) is not None
            and (self.force or self.outputs.is_ours(name, suite))
        )

    def commit(self, removed: list[str]) -> None:
        """Change the output folder."""
        if self.changes:
            write_pending(self.output, self.changes)
            self.outputs.settle()
        self.outputs.remove(removed)

    def remember(self, found: Survey, built: Built) -> None:
        """Leave the state, and the record by which the next build may see that it has no work."""
        write_state(self.output, self.state)
        fresh.forget(pending_path(self.output))
        if not built.ok:
            fresh.forget(fresh.record_path(self.output))
            return
        records = [self.state["suites"][unit.key] for unit in found.units]
        sources = sorted({name for record in records for name in record["sources"]})
        outputs = sorted({name for record in records for name in record["outputs"]})
        stamps = [(path, fresh.stamp(path)) for path in fresh.tool_files()]
        stamps += [(name, self.sources.record(name)["stamp"]) for name in sources]
        stamps += [
            (self.outputs.path(name), self.outputs.records[name]["stamp"]) for name in outputs
        ]
        fresh.write_record(
            fresh.record_path(self.output),
            fresh.header(found.paths, self.output),
            expires=next_expiry(found),
            notes=(text_of(built.notes, colour=False), text_of(built.notes, colour=True)),
            summary=attrs.evolve(built, written=(), removed=()).summary,
            specs=found.specs,
            stamps=stamps,
        )
