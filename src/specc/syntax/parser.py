"""Parses `.bts` text: `parse` turns a file into its module and the mistakes found on the way."""

from functools import cache

import attrs

from specc.diagnostics.model import Diagnostic, Label
from specc.source import SourceFile, Span
from specc.syntax.build import builders
from specc.syntax.grammar_file import grammar_text
from specc.syntax.machine import Fault, Machine
from specc.syntax.mistake import Mistake
from specc.syntax.nodes.declarations import Comment, Module
from specc.syntax.nodes.expressions import Expr, Null
from specc.syntax.readers import readers
from specc.syntax.tables import build
from specc.diagnostics.catalogue.syntax import UNEXPECTED


@attrs.frozen
class Parsed:
    """A module, as far as it could be read, and what was wrong with the rest."""

    module: Module
    diagnostics: tuple[Diagnostic, ...]


@attrs.define
class Hearing:
    source: SourceFile
    comments: list[Comment] = attrs.field(factory=list)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)

    def comment(self, text: str, span: Span) -> None:
        self.comments.append(Comment(text, span))

    def mistake(self, mistake: Mistake) -> None:
        self.diagnostics.append(Diagnostic(mistake.code, mistake.message, Label(self.source, mistake.span), help=mistake.help))

    def fault(self, fault: Fault) -> int | None:
        self.diagnostics.append(Diagnostic(UNEXPECTED, f"unexpected {fault.kind}", Label(self.source, fault.span)))
        return None


@cache
def machine() -> Machine:
    return Machine(build(grammar_text()), builders(), readers(expression))


def expression(text: str, start: int, end: int) -> Expr:
    made = machine().run(text, start, end, "expression", Hearing(SourceFile("x", text)))
    return made or Null(Span(start, end))


def parse(source: SourceFile) -> Parsed:
    """The module that a file holds. Never raises, whatever the text."""
    hearing = Hearing(source)
    start = int(source.text.startswith("\ufeff"))
    made = machine().run(source.text, start, len(source.text), "module", hearing)
    doc, declarations = made or (None, ())
    module = Module(source, doc, declarations, tuple(hearing.comments))
    return Parsed(module, tuple(hearing.diagnostics))
