"""What the formatter asks about an expression before it decides where to break it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import assert_never

from specc.emit.python.code import (
    BINDING,
    Attribute,
    Call,
    Code,
    Comprehension,
    DictOf,
    Infix,
    ListOf,
    Prefix,
    Raw,
    Subscript,
    TupleOf,
    encloses_left,
    encloses_operand,
    encloses_primary,
    encloses_right,
)


class Wrapping(Enum):
    """Whether an expression that is too long for its line gets parentheses of its own."""

    NEVER = auto()
    """It begins with brackets that can be opened."""
    IF_IT_HELPS = auto()
    """It has no place to break before its arguments or index, if it has those at all."""
    TO_BREAK = auto()
    """It can only be broken within parentheses."""


def wrapping(code: Code) -> Wrapping:
    """Whether parentheses are made for an expression that stands alone in its statement."""
    match code:
        case Raw():
            return Wrapping.IF_IT_HELPS
        case ListOf() | TupleOf() | DictOf() | Comprehension():
            return Wrapping.NEVER
        case Infix():
            return Wrapping.TO_BREAK
        case Prefix():
            return Wrapping.NEVER if encloses_operand(code) else wrapping(code.operand)
        case Call() | Subscript() | Attribute():
            if breaks_at_dots(code):
                return Wrapping.TO_BREAK
            value = subject(code)
            return Wrapping.NEVER if encloses_primary(value) else wrapping(value)
        case _:
            assert_never(code)


def subject(code: Call | Subscript | Attribute) -> Code:
    """What is called, indexed or asked for an attribute."""
    return code.function if isinstance(code, Call) else code.value


def breaks_at_dots(code: Code) -> bool:
    """Whether it is a chain with two dots or more that follow calls, indices or parentheses."""
    return _dots_behind(code, (Call, Subscript)) >= 2


def _dots_behind(code: Code, kinds: tuple[type[Code], ...]) -> int:
    """How many dots of a chain follow parentheses or something of these kinds."""
    dots = 0
    while isinstance(code, Call | Subscript | Attribute):
        value = subject(code)
        enclosed = encloses_primary(value)
        if isinstance(code, Attribute):
            dots += enclosed or isinstance(value, kinds)
        if enclosed:
            break
        code = value
    return dots


def rank(operator: str) -> int:
    """How tightly an operator holds a line together; `and` and `or` break alike."""
    return max(BINDING[operator], BINDING["and"])


def opens_in_place(code: Code) -> bool:
    """Whether operators and dots may stay on their line while brackets at an end of it open.

    That needs one operator of the loosest kind only, and brackets right at the start or the end;
    or, without operators, no more than one dot that follows brackets.
    """
    ranks = sorted(_ranks(code))
    if not ranks:
        while isinstance(code, Prefix):
            code = code.operand
        return _dots_behind(code, _WITH_BRACKETS) < 2
    if len(ranks) > 1 and ranks[0] == ranks[1]:
        return False
    return _ends_in_brackets(code) or _starts_with_brackets(code)


_WITH_BRACKETS = (Call, Subscript, ListOf, TupleOf, DictOf, Comprehension)


def _ranks(code: Code) -> Iterator[int]:
    match code:
        case Infix():
            yield rank(code.operator)
            if not encloses_left(code):
                yield from _ranks(code.left)
            if not encloses_right(code):
                yield from _ranks(code.right)
        case Prefix() if not encloses_operand(code):
            yield from _ranks(code.operand)
        case _:
            return


def _ends_in_brackets(code: Code) -> bool:
    match code:
        case Infix():
            return encloses_right(code) or _ends_in_brackets(code.right)
        case Prefix():
            return encloses_operand(code) or _ends_in_brackets(code.operand)
        case Call():
            return bool(code.arguments or code.keywords)
        case ListOf() | TupleOf():
            return bool(code.items)
        case DictOf():
            return bool(code.entries)
        case Comprehension():
            return True
        case Raw() | Attribute() | Subscript():
            # An index is not opened for the sake of an operator.
            return False
        case _:
            assert_never(code)


def _starts_with_brackets(code: Code) -> bool:
    match code:
        case Infix():
            return encloses_left(code) or _starts_with_brackets(code.left)
        case Call() | Subscript() | Attribute():
            value = subject(code)
            return encloses_primary(value) or _starts_with_brackets(value)
        case Raw() | Prefix():
            return False
        case ListOf() | TupleOf() | DictOf() | Comprehension():
            return _ends_in_brackets(code)
        case _:
            assert_never(code)
