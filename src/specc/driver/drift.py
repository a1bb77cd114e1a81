"""Does the output folder hold what the specs say? Everything is compiled, nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from specc.driver.compiling import compiled, uncollected
from specc.driver.inputs import GENERATED, folders_up
from specc.driver.manifest import known_files, suites_on_disk
from specc.driver.notes import Note, in_order, notes_of
from specc.driver.outputs import Outputs
from specc.driver.sources import Sources
from specc.driver.state import digest_of
from specc.driver.survey import Survey, survey


@attrs.frozen
class Drift:
    """What differs between the output folder and the specs. Files are named as people see them."""

    output: str
    suites: tuple[str, ...]
    failed: tuple[str, ...]
    missing: tuple[str, ...]
    different: tuple[str, ...]
    obsolete: tuple[str, ...]
    notes: tuple[Note, ...]

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.missing or self.different or self.obsolete)

    def lines(self) -> Iterator[str]:
        """One line a file that differs."""
        for word, names in (
            ("missing", self.missing),
            ("different", self.different),
            ("obsolete", self.obsolete),
        ):
            yield from (f"{word + ':':<11}{name}" for name in names)


def find_drift(paths: Sequence[str], output: str = GENERATED) -> Drift:
    """Compare the output folder with what a build of `paths` would write into it.

    Contents are compared, and no state of former builds is trusted. Raises DriverError where the
    specs can't be found.
    """
    sources = Sources({})
    outputs = Outputs(output, {}, {})
    notes: list[Note] = []
    failed: list[str] = []
    wanted: dict[str, str] = {}
    with uncollected():
        found = survey(paths, output, sources)
        for unit in found.units:
            made = compiled(unit.root, unit.suite, sources, folders_up(output))
            notes += notes_of(made.diagnostics)
            if made.files is None:
                failed.append(unit.root)
            else:
                wanted |= {name: digest_of(pieces) for name, pieces in made.files}
    missing = [name for name in wanted if outputs.sum(name) is None]
    different = [name for name, total in wanted.items() if outputs.sum(name) not in (None, total)]
    obsolete = [name for name in _left_over(found, output, set(failed)) if name not in wanted]
    return Drift(
        output=output,
        suites=tuple(unit.suite for unit in found.units if unit.suite),
        failed=tuple(failed),
        missing=tuple(outputs.shown(name) for name in sorted(missing)),
        different=tuple(outputs.shown(name) for name in sorted(different)),
        obsolete=tuple(outputs.shown(name) for name in obsolete if outputs.sum(name) is not None),
        notes=in_order(notes),
    )


def _left_over(found: Survey, output: str, failed: set[str]) -> list[str]:
    return sorted(
        {
            name
            for suite, spec in suites_on_disk(output).items()
            if found.covers(spec) and spec not in failed
            for name in known_files(output, suite)
        }
    )
