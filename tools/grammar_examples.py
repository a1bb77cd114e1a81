"""Examples of what the grammar's rules make, found in specs that compile: none is made up."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from specc.diagnostics.catalogue import CATALOGUE, habits, syntax
from specc.diagnostics.code import EXAMPLE
from specc.frontend import check_text
from specc.source import SourceFile, Span
from specc.syntax.build import builders
from specc.syntax.hearing import Hearing
from specc.syntax.language import tables
from specc.syntax.machine import Machine
from specc.syntax.parser import Inside
from specc.syntax.readers import readers

ROOT = Path(__file__).parent.parent
FENCE = re.compile(r"^```bts[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LONGEST = 12
"""Lines of an example."""


@attrs.frozen
class Made:
    """That a builder was called: where, and with how much of what it can take."""

    builder: str
    span: Span
    filled: int


@attrs.frozen
class Example:
    """A piece of a spec, less the indentation that it has there, and the file that it is from."""

    text: str
    source: str


class Recorder:
    """The parser, with a note of each builder's call."""

    def __init__(self) -> None:
        self.made: list[Made] = []
        noted = {name: partial(self._note, name, build) for name, build in builders().items()}
        self.machine = Machine(tables(), noted, readers(self._filled_in))

    def _note(self, name: str, build: Callable[..., Any], span: Span, *values: Any) -> Any:
        filled = sum(value not in (None, False) for value in values)
        self.made.append(Made(name, span, filled))
        return build(span, *values)

    def _filled_in(self, text: str, start: int, end: int) -> Any:
        return self.machine.run(text, start, end, "expression", Inside(start, end))

    def parsed(self, text: str) -> list[Made]:
        """The calls for a text, whatever is wrong with it."""
        self.made = []
        hearing = Hearing(SourceFile("spec.bts", text), self.machine)
        self.machine.run(text, 0, len(text), "module", hearing)
        return self.made


def corpus() -> Iterator[tuple[str, str]]:
    """Specs that compile, with the files that they are from; those written to be read first."""
    page = ROOT / "docs" / "language.md"
    for text in FENCE.findall(page.read_text(encoding="utf-8")):
        yield "docs/language.md", text
    for spec in sorted((ROOT / "specs").rglob("*.bts")):
        yield spec.relative_to(ROOT).as_posix(), spec.read_text(encoding="utf-8")
    for code in CATALOGUE.values():
        yield f"docs/diagnostics/{code.id}.md", code.fixed
    for spec in sorted((ROOT / "tests" / "golden").rglob("*.bts")):
        yield spec.relative_to(ROOT).as_posix(), spec.read_text(encoding="utf-8")


def dedented(text: str, span: Span) -> str:
    """What stands at a span, without the indentation of the line that it begins on."""
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    margin = len(line) - len(line.lstrip(" "))
    first, *rest = text[span.start : span.end].split("\n")
    return "\n".join([first, *(line[margin:] for line in rest)])


def is_map(builder: str, text: str) -> bool:
    """Whether what reads as fields is a map: `{string: T}`, which the checks tell apart."""
    return builder in ("fields", "object_type") and text.startswith("{string:")


def examples() -> Mapping[str, tuple[Example, ...]]:
    """Examples for each builder. The best is first: of the earliest source, full, and short."""
    found: dict[str, list[tuple[tuple[int, int, int], Example]]] = {}
    recorder = Recorder()
    order: dict[str, int] = {}
    for source, text in corpus():
        rank = order.setdefault(source.partition("/BTS")[0], len(order))
        for made in recorder.parsed(text):
            shown = dedented(text, made.span)
            if shown.count("\n") < LONGEST and not is_map(made.builder, shown):
                worth = (rank, -made.filled, len(shown))
                found.setdefault(made.builder, []).append((worth, Example(shown, source)))
    return {
        builder: tuple(example for _, example in sorted(each, key=lambda one: one[0]))
        for builder, each in found.items()
    }


def mistakes(section_of: Mapping[str, str], rest: str) -> dict[str, list[str]]:
    """The codes of diagnostics by the section of the rule that their example breaks off in.

    `rest` is for those that are about the text as such, whatever stands in it.
    """
    recorder = Recorder()
    found: dict[str, list[str]] = {}
    about_text = {id(one) for module in (habits, syntax) for one in vars(module).values()}
    for code in CATALOGUE.values():
        if id(code) in about_text:
            found.setdefault(rest, []).append(code.id)
            continue
        start = check_text(code.files_with(code.example), EXAMPLE)[0].primary.span.start
        around = [
            made
            for made in recorder.parsed(code.example)
            if made.span.start <= start < made.span.end and made.builder in section_of
        ]
        inmost = min(around, key=lambda made: made.span.end - made.span.start, default=None)
        section = section_of[inmost.builder] if inmost else rest
        found.setdefault(section, []).append(code.id)
    return found
