"""Parses `.bts` text: `parse` turns a file into its module and the mistakes found on the way."""

import re
from functools import cache

import attrs

from specc.diagnostics.catalogue.parts import BAD_INTERPOLATION
from specc.diagnostics.catalogue.syntax import NOT_UTF8
from specc.diagnostics.model import Diagnostic, Label
from specc.source import SourceFile, Span
from specc.syntax.build import builders
from specc.syntax.depth import too_deep
from specc.syntax.hearing import Hearing
from specc.syntax.language import tables
from specc.syntax.machine import Fault, Machine
from specc.syntax.mistake import Mistake
from specc.syntax.nodes.declarations import Module
from specc.syntax.nodes.expressions import Expr, Null
from specc.syntax.readers import readers

BYTE_ORDER_MARK = "\ufeff"

UNDECODED = re.compile("[\ud800-\udfff]")
"""What stands for a byte that is no UTF-8, as `bytes.decode` with `surrogateescape` leaves it."""


@attrs.frozen
class Parsed:
    """A module, as far as it could be read, and what was wrong with the rest of its file."""

    module: Module
    diagnostics: tuple[Diagnostic, ...]


def parse(source: SourceFile) -> Parsed:
    """The module that a file holds. Never raises, whatever the text, and takes linear time."""
    text, language = source.text, machine()
    if not text.isascii() and (stray := UNDECODED.search(text)):
        return unreadable(source, _not_utf8(source, stray))
    hearing = Hearing(source, language)
    start = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    doc, declarations = language.run(text, start, len(text), "module", hearing)
    if deep := too_deep(declarations):
        for number, span in deep.items():
            hearing.too_deep(declarations[number], span)
        kept = (one for number, one in enumerate(declarations) if number not in deep)
        declarations = tuple(kept)
    names = frozenset(hearing.broken_names)
    module = Module(source, doc, declarations, tuple(hearing.comments), names)
    return Parsed(module, tuple(hearing.diagnostics))


def unreadable(source: SourceFile, why: Diagnostic) -> Parsed:
    """A file of which nothing is known but what is wrong with it as a whole."""
    return Parsed(Module(source, None, (), ()), (why,))


def _not_utf8(source: SourceFile, stray: re.Match[str]) -> Diagnostic:
    place = Label(source, Span(*stray.span()), "this byte is not")
    byte = ord(stray[0]) - 0xDC00
    what = f"byte 0x{byte:02x}" if 0x80 <= byte <= 0xFF else "half of a surrogate pair"
    return Diagnostic(
        NOT_UTF8,
        f"`{source.name}` is not UTF-8 text: it holds {what}",
        place,
        help="have your editor save it as UTF-8",
    )


@cache
def machine() -> Machine:
    """The language, ready to parse."""
    return Machine(tables(), builders(), readers(_filled_in))


def _filled_in(text: str, start: int, end: int) -> Expr:
    """The expression that a string fills in, between its braces."""
    made: Expr = machine().run(text, start, end, "expression", Inside(start, end))
    return made


@attrs.frozen
class Inside:
    """Hears of what is wrong between the braces of a string: any of it is the whole's mistake."""

    start: int
    end: int

    def comment(self, text: str, span: Span) -> None:
        """A `#` within the braces."""
        raise self._mistake(span)

    def mistake(self, mistake: Mistake) -> None:
        """A literal that cannot be read."""
        raise mistake

    def fault(self, fault: Fault) -> int:
        """What is no expression."""
        raise self._mistake(fault.span)

    def _mistake(self, span: Span) -> Mistake:
        empty = self.start == self.end
        return Mistake(
            BAD_INTERPOLATION,
            "nothing stands between these braces"
            if empty
            else "what stands between the braces is no value",
            Span(self.start - 1, self.end + 1),
            instead=Null(span),
            hint=r"braces fill in a value, as in `/orders/{order.id}`; a brace is written `\{`",
        )
