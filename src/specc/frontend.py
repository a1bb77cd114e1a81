"""The front end: from text to a checked program. Pure; files come in through callbacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import attrs

from specc.diagnostics.catalogue.modules import UNREADABLE
from specc.diagnostics.model import Diagnostic, Label, sorted_unique
from specc.semantics.check import check
from specc.semantics.context import Context, ReadText
from specc.semantics.findings import Findings
from specc.semantics.imports import Load
from specc.semantics.link import link
from specc.semantics.resolve import resolve
from specc.semantics.symbols import Program
from specc.semantics.typing import Typing
from specc.source import SourceFile, Span
from specc.syntax.parser import Parsed, parse, unreadable


@attrs.frozen(eq=False)
class Checked:
    """A root under its diagnostics. `program` is None where the root itself could not be had."""

    program: Program | None
    diagnostics: tuple[Diagnostic, ...]
    typing: Typing

    @property
    def has_errors(self) -> bool:
        """Whether anything is wrong, warnings apart."""
        return any(diagnostic.severity == "error" for diagnostic in self.diagnostics)


@attrs.frozen(eq=False)
class Analysed:
    """A root under its diagnostics, with what the checks worked with: for tools that ask more.

    `context` is None where the root itself could not be had.
    """

    context: Context | None
    diagnostics: tuple[Diagnostic, ...]


def compile_front(root: str, load: Load, read_text: ReadText, today: date | None = None) -> Checked:
    """Links, resolves and checks a root with all that it imports.

    `load` gives the parsed module of a normalised name, `read_text` the text of a table; both give
    None where there is no such file. `today` decides which waivers are over.
    """
    made = analyse(root, load, read_text, today)
    if made.context is None:
        return Checked(None, made.diagnostics, Typing())
    return Checked(made.context.program, made.diagnostics, made.context.typing)


def analyse(root: str, load: Load, read_text: ReadText, today: date | None = None) -> Analysed:
    """The same, with the context of the checks kept: what `compile_front` takes, it takes too."""
    linked = link(root, load)
    findings = Findings()
    findings.items.extend(linked.diagnostics)
    resolved = resolve(linked, findings)
    if resolved is None:
        return Analysed(None, sorted_unique(findings.items))
    program, resolver = resolved
    context = Context(
        program, resolver, findings, Typing(), linked.damaged, read_text, today or date.today()
    )
    check(context)
    return Analysed(context, sorted_unique(findings.items))


def check_text(
    files: Mapping[str, str], root: str, today: date | None = None
) -> tuple[Diagnostic, ...]:
    """The diagnostics of a root among files given as text."""
    return compile_front(root, loader(files), files.get, today).diagnostics


def not_read(source: SourceFile, why: str) -> Parsed:
    """A file that is there and could not be read, for the reason given."""
    name = source.name
    primary = Label(source, Span(0, 0), why)
    return unreadable(source, Diagnostic(UNREADABLE, f"cannot read `{name}`: {why}", primary))


def loader(files: Mapping[str, str]) -> Callable[[str], Parsed | None]:
    """Loads modules from files given as text."""

    def load(name: str) -> Parsed | None:
        text = files.get(name)
        if text is None:
            is_folder = any(file.startswith(f"{name}/") for file in files)
            return not_read(SourceFile(name, ""), "it is a folder") if is_folder else None
        return parse(SourceFile(name, text))

    return load
