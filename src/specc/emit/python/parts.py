"""Cuts an expression into the parts that a line is printed from: texts, and what can break."""

from __future__ import annotations

from typing import TypeAlias, assert_never

import attrs

from specc.emit.python.code import (
    PREFIXES,
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
    primary,
)
from specc.emit.python.shape import breaks_at_dots, rank, subject

Item: TypeAlias = tuple["str | Code", ...]
"""What stands between two commas: expressions, and the text around and between them."""


@attrs.frozen(eq=False)
class Bracket:
    """A pair of brackets that isn't empty, and what one line of it each holds when it is open."""

    opening: str
    items: list[Item]
    closing: str
    flat: str
    separator: str = ""
    last_separator: str = ""
    compact: bool = False
    """Whether the items, when open, first try to share one line."""


Part: TypeAlias = "str | Bracket | Infix | Call | Subscript | Attribute"


def parts(code: Code, *, in_brackets: bool) -> list[Part]:
    """The parts of an expression. Only in brackets can operators and dots begin a line."""
    match code:
        case Raw():
            return [code.flat]
        case Infix():
            if in_brackets:
                return [code]
            return [
                *_operand(code.left, encloses_left(code)),
                f" {code.operator} ",
                *_operand(code.right, encloses_right(code)),
            ]
        case Prefix():
            operand = code.operand
            return [
                PREFIXES[code.operator],
                *(
                    [enclosed(operand)]
                    if encloses_operand(code)
                    else parts(operand, in_brackets=in_brackets)
                ),
            ]
        case Call() | Subscript() | Attribute():
            if in_brackets and breaks_at_dots(code):
                return [code]
            value = subject(code)
            head = (
                [enclosed(value)]
                if encloses_primary(value)
                else parts(value, in_brackets=in_brackets)
            )
            return [*head, _link(code)]
        case ListOf() | TupleOf() | DictOf() | Comprehension():
            return [_container(code)]
        case _:
            assert_never(code)


def item_parts(item: Item) -> list[Part]:
    """The parts of what stands between two commas."""
    found: list[Part] = []
    for piece in item:
        if isinstance(piece, str):
            found.append(piece)
        else:
            found += parts(piece, in_brackets=True)
    return found


def operands(code: Infix) -> list[tuple[str, list[Part]]]:
    """What breaks together: each operand at the loosest level, the operator before it first."""
    level = rank(code.operator)
    found: list[tuple[str, list[Part]]] = []

    def visit(operator: str, operand: Code, enclosing: bool) -> None:
        if enclosing:
            found.append((operator, [enclosed(operand)]))
        elif isinstance(operand, Infix) and rank(operand.operator) == level:
            visit(operator, operand.left, encloses_left(operand))
            visit(f"{operand.operator} ", operand.right, encloses_right(operand))
        else:
            found.append((operator, parts(operand, in_brackets=True)))

    visit("", code, False)
    return found


def links(code: Call | Subscript | Attribute) -> list[list[Part]]:
    """The lines of a chain: a new one at each dot that follows a call, an index or parentheses."""
    value = subject(code)
    link = _link(code)
    if encloses_primary(value):
        lines: list[list[Part]] = [[enclosed(value)]]
    elif isinstance(value, Call | Subscript | Attribute):
        lines = links(value)
    else:
        lines = [parts(value, in_brackets=True)]
    if isinstance(code, Attribute) and (
        encloses_primary(value) or isinstance(value, Call | Subscript)
    ):
        lines.append([link])
    else:
        lines[-1].append(link)
    return lines


def enclosed(code: Code) -> Bracket:
    """An expression in parentheses."""
    return Bracket("(", [(code,)], ")", f"({code.flat})")


def _operand(code: Code, enclosing: bool) -> list[Part]:
    return [enclosed(code)] if enclosing else parts(code, in_brackets=False)


def _link(code: Call | Subscript | Attribute) -> str | Bracket:
    """What follows the value that a call, an index or an attribute belongs to."""
    flat = code.flat[len(primary(subject(code))) :]
    match code:
        case Attribute():
            return flat
        case Subscript():
            return Bracket("[", [(code.index,)], "]", flat)
        case Call():
            items: list[Item] = [(argument,) for argument in code.arguments]
            items += [(f"{name}=", value) for name, value in code.keywords]
            if not items:
                return flat
            return Bracket("(", items, ")", flat, ",", _comma(items), compact=True)
        case _:
            assert_never(code)


def _container(code: ListOf | TupleOf | DictOf | Comprehension) -> str | Bracket:
    match code:
        case ListOf(()) | TupleOf(()) | DictOf(()):
            return code.flat
        case ListOf(found):
            items: list[Item] = [(item,) for item in found]
            return Bracket("[", items, "]", code.flat, ",", _comma(items))
        case TupleOf(found):
            return Bracket("(", [(item,) for item in found], ")", code.flat, ",", ",")
        case DictOf(entries):
            items = [(key, ": ", value) for key, value in entries]
            return Bracket("{", items, "}", code.flat, ",", _comma(items))
        case Comprehension():
            return Bracket(
                "[",
                [
                    (code.element,),
                    (f"for {code.target} in ", code.iterable),
                    *[("if ", condition) for condition in code.conditions],
                ],
                "]",
                code.flat,
                compact=True,
            )
        case _:
            assert_never(code)


def _comma(items: list[Item]) -> str:
    """What follows the last item: a lone one gets no comma."""
    return "," if len(items) > 1 else ""
