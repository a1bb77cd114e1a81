"""Lays expressions out over lines exactly as `ruff format` does with its default settings.

A text that fits its line is printed as it is. One that doesn't is opened from the outside in: at
the brackets that it has, or within parentheses that are made for it.
"""

from __future__ import annotations

from typing import assert_never

from specc.emit.python.breaking import fits_broken, head, line, opens_in_line, within
from specc.emit.python.code import Code
from specc.emit.python.parts import parts
from specc.emit.python.shape import Wrapping, opens_in_place, wrapping
from specc.emit.python.width import INDENT, LINE_LENGTH, width


def expression(code: Code, indent: int, before: int, after: int = 0) -> str:
    """The text of a value that ends its statement: what is assigned, returned or looped over.

    Its lines are indented by `indent`; on the first one stand `before` columns of text, and behind
    the last one `after` columns (a colon, say).
    """
    column = indent + before
    if column + width(code.flat) + after <= LINE_LENGTH:
        return code.flat
    return opened(code, indent, column, after) or parenthesised(code, indent)


def opened(
    code: Code, indent: int, column: int, after: int, *, if_it_fits: bool = False
) -> str | None:
    """An expression without parentheses of its own, its brackets open as far as they have to be.

    None where parentheses are better: they are needed, or let the expression fit. With
    `if_it_fits` they are also better where nothing helps.
    """
    sequence = parts(code, in_brackets=False)
    wanted = Wrapping.TO_BREAK if if_it_fits else wrapping(code)
    match wanted:
        case Wrapping.NEVER:
            return line(sequence, indent, column, after)
        case Wrapping.TO_BREAK:
            if not (opens_in_place(code) and opens_in_line(sequence, indent, column, after)):
                return None
        case Wrapping.IF_IT_HELPS:
            if not opens_in_line(sequence, indent, column, after):
                # The parenthesis itself needs a column.
                helps = column < LINE_LENGTH and fits_broken(code, indent + INDENT)
                if helps:
                    return None
        case _:
            assert_never(wanted)
    return line(sequence, indent, column, after, rest_counts=True)


def parenthesised(code: Code, indent: int, inside: str = "") -> str:
    """An expression, and some text that follows it, in parentheses made for them."""
    inner = indent + INDENT
    text = within(code, inner, inner, width(inside))
    return f"(\n{' ' * inner}{text}{inside}\n{' ' * indent})"


def first_columns(code: Code, after: int = 0) -> int:
    """The columns up to the first place where an expression can break, parentheses made for it
    included; all of it, and `after` more, where it can't.
    """
    if wrapping(code) is Wrapping.TO_BREAK:
        return len("(")
    return head(parts(code, in_brackets=False), 0, after)


def bare(code: Code, indent: int, before: int, after: int = 0) -> str:
    """The text of an expression for which no parentheses are made, whatever its length."""
    column = indent + before
    if column + width(code.flat) + after <= LINE_LENGTH:
        return code.flat
    return line(parts(code, in_brackets=False), indent, column, after)
