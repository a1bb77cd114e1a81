"""Prints parts, and breaks open those that don't fit.

In this file `indent` is where new lines start, `column` where the text at hand starts, `after` how
many columns must stay free behind its last line, and `limit` the last column that may be used.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from specc.emit.python.code import Attribute, Call, Code, Infix, Subscript
from specc.emit.python.parts import (
    Bracket,
    Part,
    item_parts,
    item_texts,
    links,
    operands,
    parts,
)
from specc.emit.python.width import INDENT, LINE_LENGTH, width

NOTHING_FITS = -1
"""The limit at which everything that can break does."""


def within(code: Code, indent: int, column: int, after: int, limit: int = LINE_LENGTH) -> str:
    """An expression within brackets, where each operator and dot may begin a line."""
    if column + width(code.flat) + after <= limit:
        return code.flat
    return line(parts(code, in_brackets=True), indent, column, after, limit)


def line(
    sequence: Sequence[Part],
    indent: int,
    column: int,
    after: int,
    limit: int = LINE_LENGTH,
    *,
    rest_counts: bool = False,
) -> str:
    """Parts one behind the other. Each that can break does if it doesn't fit, together with the
    text up to where the next one can break, or with `rest_counts` with all text to the end.
    """
    printed: list[str] = []
    for number, part in enumerate(sequence, start=1):
        if isinstance(part, str):
            printed.append(part)
            column += width(part)
            continue
        end = column + width(part.flat)
        tail = head(sequence, number, after)
        fits = end + tail <= limit
        if fits and rest_counts:
            fits = opens_in_line(sequence[number:], indent, end, after)
        if fits:
            printed.append(part.flat)
            column = end
        else:
            text = _broken(part, indent, column, tail, limit)
            printed.append(text)
            column = width(text[text.rfind("\n") + 1 :])
    return "".join(printed)


def head(sequence: Sequence[Part], start: int, after: int) -> int:
    """The columns up to the first place where the parts from `start` on can break."""
    columns = 0
    for number in range(start, len(sequence)):
        part = sequence[number]
        match part:
            case str():
                columns += width(part)
            case Bracket():
                return columns + len(part.opening)
            case Infix():
                return columns + head(operands(part)[0][1], 0, 0)
            case Call() | Subscript() | Attribute():
                return columns + head(links(part)[0], 0, 0)
            case _:
                assert_never(part)
    return columns + after


def opens_in_line(sequence: Sequence[Part], indent: int, column: int, after: int) -> bool:
    """Whether, with all brackets open, the text before, between and behind them fits."""
    for part in sequence:
        match part:
            case str():
                column += width(part)
                if column > LINE_LENGTH:
                    return False
            case Bracket():
                if column + len(part.opening) > LINE_LENGTH:
                    return False
                column = indent + len(part.closing)
            case _:
                raise AssertionError("operators and chains don't break outside of brackets")
    return column + after <= LINE_LENGTH


def fits_broken(code: Code, indent: int) -> bool:
    """Whether, with everything broken that can be, each line of it fits."""
    lines = within(code, indent, indent, 0, NOTHING_FITS).split("\n")
    return indent + width(lines[0]) <= LINE_LENGTH and all(
        width(text) <= LINE_LENGTH for text in lines[1:]
    )


def _broken(
    part: Bracket | Infix | Call | Subscript | Attribute,
    indent: int,
    column: int,
    after: int,
    limit: int,
) -> str:
    match part:
        case Bracket():
            return _opened(part, indent, limit)
        case Infix():
            lines = operands(part)
        case Call() | Subscript() | Attribute():
            lines = [("", link) for link in links(part)]
        case _:
            assert_never(part)
    printed = []
    for number, (operator, sequence) in enumerate(lines, start=1):
        start = column if number == 1 else indent + len(operator)
        tail = after if number == len(lines) else 0
        printed.append(operator + line(sequence, indent, start, tail, limit))
    return f"\n{' ' * indent}".join(printed)


def _opened(bracket: Bracket, indent: int, limit: int) -> str:
    """Brackets over several lines: all on one line between them, if they may, or a line each."""
    inner = indent + INDENT
    newline = f"\n{' ' * inner}"
    closing = f"\n{' ' * indent}{bracket.closing}"
    if bracket.compact:
        together = bracket.flat[1:-1]
        if inner + width(together) <= limit:
            return f"{bracket.opening}{newline}{together}{closing}"
    texts = item_texts(bracket)
    if bracket.flat.isascii() and inner + max(map(len, texts)) + len(bracket.separator) <= limit:
        lines = f"{bracket.separator}{newline}".join(texts)
        return f"{bracket.opening}{newline}{lines}{bracket.last_separator}{closing}"
    printed = []
    for number, text in enumerate(texts, start=1):
        separator = bracket.separator if number < len(texts) else bracket.last_separator
        if inner + width(text) + len(separator) > limit:
            text = line(item_parts(bracket, number - 1), inner, inner, len(separator), limit)
        printed.append(f"{newline}{text}{separator}")
    return f"{bracket.opening}{''.join(printed)}{closing}"
