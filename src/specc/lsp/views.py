"""Views: a root with all that it imports, checked; the same until one of its modules is another."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from specc.diagnostics.model import Diagnostic
from specc.driver import fresh
from specc.driver.facts import Facts, closure
from specc.driver.naming import roots, uncovered
from specc.driver.sources import parsed as parse_text
from specc.frontend import Analysed, analyse
from specc.lsp.definitions import Occurrence
from specc.lsp.modules import Modules
from specc.lsp.occurrences import occurrences
from specc.semantics.context import Context
from specc.syntax.nodes.declarations import Module
from specc.syntax.parser import Parsed


@attrs.define(eq=False, slots=False)
class View:
    """A root under its diagnostics. `loaded` is what it was made of, by name."""

    root: str
    analysed: Analysed
    loaded: dict[str, Parsed | None]
    tables: dict[str, str | None]
    day: str
    version: int

    @property
    def context(self) -> Context | None:
        """What the checks know of it; None where the root could not be had."""
        return self.analysed.context

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong in any of its modules."""
        return self.analysed.diagnostics

    def module(self, name: str) -> Module | None:
        """The module of a name, if it is one of this view's."""
        parsed = self.loaded.get(name)
        return parsed.module if parsed is not None else None

    @cached_property
    def _occurrences(self) -> dict[str, tuple[Occurrence, ...]]:
        return {}

    def occurrences(self, name: str) -> tuple[Occurrence, ...]:
        """All names that stand in a module, with what they mean, in the order of the text."""
        known = self._occurrences
        if name not in known:
            module = self.module(name)
            found = occurrences(self.context, module) if self.context and module else ()
            known[name] = found
        return known[name]


class Views:
    """The views of a workspace."""

    def __init__(self, modules: Modules) -> None:
        self.modules = modules
        self._specs: frozenset[str] = frozenset()
        self._views: dict[str, View] = {}
        self._units: tuple[int, tuple[str, ...], dict[str, Facts]] | None = None

    def found(self, specs: Iterable[str]) -> None:
        """These are the spec files of the workspace."""
        specs = frozenset(specs)
        if specs != self._specs:
            self._specs = specs
            self.modules.version += 1

    def units(self) -> tuple[str, ...]:
        """The roots that are to be checked: what `specc check` would check."""
        return self._surveyed()[0]

    def units_of(self, names: Iterable[str]) -> list[str]:
        """The units that reach any of these modules, those with the fewest modules first."""
        units, facts = self._surveyed()
        wanted = set(names)
        reached = {unit: closure(unit, facts) for unit in units}
        found = [unit for unit in units if wanted & set(reached[unit])]
        return sorted(found, key=lambda unit: (unit not in wanted, len(reached[unit]), unit))

    def view(self, root: str) -> View:
        """The view of a root, made anew if any of its modules is another."""
        view = self._views.get(root)
        if view is None or not self._is_current(view):
            view = self._views[root] = self._made(root)
        return view

    def of(self, name: str) -> View:
        """A view that holds a module: one that was made already, or else the smallest."""
        for view in self._views.values():
            if name in view.loaded and self._is_current(view):
                return view
        return self.view(name)

    def latest(self, name: str) -> View | None:
        """A view that holds a module, perhaps as it was a moment ago; None before the first."""
        held = [view for view in self._views.values() if view.loaded.get(name) is not None]
        return max(held, key=lambda view: view.version, default=None)

    def all(self) -> Iterator[View]:
        """Current views of all units: together they hold every module."""
        for unit in self.units():
            yield self.view(unit)

    def trial(self, root: str, texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
        """What would be wrong with a root if some of its modules had other texts."""
        tried = {name: parse_text(name, text) for name, text in texts.items()}

        def load(name: str) -> Parsed | None:
            return tried.get(name) or self.modules.load(name)

        day = datetime.date.fromisoformat(fresh.today())
        return analyse(root, load, self.modules.read_text, day).diagnostics

    def prune(self) -> None:
        """Let go of the views of what is no unit any more."""
        units = set(self.units())
        for root in [root for root in self._views if root not in units]:
            del self._views[root]

    def _surveyed(self) -> tuple[tuple[str, ...], dict[str, Facts]]:
        modules = self.modules
        known = self._units
        if known is not None and known[0] == modules.version:
            return known[1], known[2]
        names = sorted(self._specs | {document.name for document in modules.open})
        facts: dict[str, Facts] = {}
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name in facts:
                continue
            found = modules.facts(name)
            if found is not None:
                facts[name] = found
                waiting += found["imports"]
        readable = [name for name in names if name in facts]
        suites = roots(readable, facts)
        units = (*suites, *uncovered(readable, suites, facts))
        self._units = (modules.version, units, facts)
        return units, facts

    def _made(self, root: str) -> View:
        loaded: dict[str, Parsed | None] = {}
        tables: dict[str, str | None] = {}

        def load(name: str) -> Parsed | None:
            loaded[name] = self.modules.load(name)
            return loaded[name]

        def read_text(name: str) -> str | None:
            tables[name] = self.modules.read_text(name)
            return tables[name]

        day = fresh.today()
        version = self.modules.version
        analysed = analyse(
            posixpath.normpath(root), load, read_text, datetime.date.fromisoformat(day)
        )
        return View(root, analysed, loaded, tables, day, version)

    def _is_current(self, view: View) -> bool:
        if view.day != fresh.today():
            return False
        if view.version == self.modules.version:
            return True
        same = all(self.modules.load(name) is was for name, was in view.loaded.items()) and all(
            self.modules.read_text(name) == was for name, was in view.tables.items()
        )
        if same:
            view.version = self.modules.version
        return same
