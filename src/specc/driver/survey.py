"""What a build is about: the spec files, the suites they make, and which of those are stale."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from specc.driver import fresh
from specc.driver.facts import Facts, closure
from specc.driver.inputs import base_folder, find_specs, shown
from specc.driver.naming import roots, suite_names, uncovered
from specc.driver.sources import Sources
from specc.driver.state import State, SuiteRecord


@attrs.frozen
class Unit:
    """One root to compile. `suite` is None for a module that is only checked.

    No suite reads such a module: it has nothing to test, or no service to test it on.
    """

    root: str
    suite: str | None

    @property
    def key(self) -> str:
        """What the unit is called in the state. A module's name has a dot, a suite's has none."""
        return self.suite or self.root


@attrs.frozen(eq=False)
class Survey:
    """The spec files of a command, what is known of them, and what is to be made of them."""

    paths: tuple[str, ...]
    specs: tuple[str, ...]
    sources: Sources
    facts: dict[str, Facts]
    units: tuple[Unit, ...]

    def covers(self, name: str) -> bool:
        """Whether a spec is among those that the command is about, or would be if it existed."""
        places = [shown(path) for path in self.paths]
        return any(
            place == "." or name == place or name.startswith(f"{place}/") for place in places
        )


def survey(paths: Sequence[str], output: str, sources: Sources) -> Survey:
    """Find the specs that `paths` stand for. Raises DriverError where there are none."""
    specs = find_specs(paths, output)
    facts: dict[str, Facts] = {}
    waiting = list(specs)
    while waiting:
        name = waiting.pop()
        if name in facts:
            continue
        known = sources.spec(name)["facts"]
        if known is not None:
            facts[name] = known
            waiting += known["imports"]
    readable = [name for name in specs if name in facts]
    names = suite_names(roots(readable, facts), base_folder(paths))
    units = [Unit(root, suite) for root, suite in names.items()]
    units += [Unit(root, None) for root in uncovered(specs, names, facts)]
    return Survey(tuple(paths), tuple(specs), sources, facts, tuple(units))


def is_stale(unit: Unit, found: Survey, state: State) -> bool:
    """Whether a unit has to be compiled: something that it depends on isn't as it was."""
    record = state["suites"].get(unit.key)
    if record is None or record["root"] != unit.root or not record["day"]:
        return True
    if any(found.sources.record(name)["sum"] != was for name, was in record["sources"].items()):
        return True
    return _expired(unit, found, record)


def _expired(unit: Unit, found: Survey, record: SuiteRecord) -> bool:
    day = fresh.today()
    return any(
        record["day"] <= until < day
        for name in closure(unit.root, found.facts)
        if name in found.facts
        for until in found.facts[name]["until"]
    )


def next_expiry(found: Survey) -> str:
    """The last day on which an outcome counts that was good today; "" where no waiver ends."""
    return min((until for each in found.facts.values() for until in each["until"]), default="")
