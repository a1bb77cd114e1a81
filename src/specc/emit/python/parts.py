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


@attrs.frozen(eq=False)
class Enclosed:
    """An expression in parentheses that it needs where it stands."""

    code: Code


Holder: TypeAlias = "Call | Subscript | ListOf | TupleOf | DictOf | Comprehension | Enclosed"


@attrs.frozen(eq=False)
class Bracket:
    """A pair of brackets that isn't empty. The items in it are the holder's."""

    opening: str
    closing: str
    flat: str
    holder: Holder
    separator: str = ""
    last_separator: str = ""
    compact: bool = False
    """Whether the items, when the brackets open, first try to share a line."""


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
        case Prefix(operator, operand):
            if encloses_operand(code):
                return [PREFIXES[operator], enclosed(operand)]
            return [PREFIXES[operator], *parts(operand, in_brackets=in_brackets)]
        case Call() | Subscript() | Attribute():
            if in_brackets and breaks_at_dots(code):
                return [code]
            value = subject(code)
            if encloses_primary(value):
                return [enclosed(value), _link(code)]
            return [*parts(value, in_brackets=in_brackets), _link(code)]
        case ListOf() | TupleOf() | DictOf() | Comprehension():
            return [_container(code)]
        case _:
            assert_never(code)


def item_texts(bracket: Bracket) -> list[str]:
    """The items between brackets, each on one line."""
    holder = bracket.holder
    match holder:
        case Call():
            positional = [argument.flat for argument in holder.arguments]
            return positional + [f"{name}={value.flat}" for name, value in holder.keywords]
        case DictOf():
            return [f"{key.flat}: {value.flat}" for key, value in holder.entries]
        case ListOf() | TupleOf():
            return [item.flat for item in holder.items]
        case Subscript():
            return [holder.index.flat]
        case Enclosed():
            return [holder.code.flat]
        case Comprehension():
            clauses = [f"if {condition.flat}" for condition in holder.conditions]
            return [
                holder.element.flat,
                f"for {holder.target} in {holder.iterable.flat}",
                *clauses,
            ]
        case _:
            assert_never(holder)


def item_parts(bracket: Bracket, number: int) -> list[Part]:
    """The parts of one item between brackets."""
    holder = bracket.holder
    match holder:
        case Call():
            if number < len(holder.arguments):
                return parts(holder.arguments[number], in_brackets=True)
            name, value = holder.keywords[number - len(holder.arguments)]
            return [f"{name}=", *parts(value, in_brackets=True)]
        case DictOf():
            key, value = holder.entries[number]
            return [*parts(key, in_brackets=True), ": ", *parts(value, in_brackets=True)]
        case ListOf() | TupleOf():
            return parts(holder.items[number], in_brackets=True)
        case Subscript():
            return parts(holder.index, in_brackets=True)
        case Enclosed():
            return parts(holder.code, in_brackets=True)
        case Comprehension():
            if number == 0:
                return parts(holder.element, in_brackets=True)
            if number == 1:
                return [f"for {holder.target} in ", *parts(holder.iterable, in_brackets=True)]
            return ["if ", *parts(holder.conditions[number - 2], in_brackets=True)]
        case _:
            assert_never(holder)


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
    return Bracket("(", ")", f"({code.flat})", Enclosed(code))


def _operand(code: Code, enclosing: bool) -> list[Part]:
    return [enclosed(code)] if enclosing else parts(code, in_brackets=False)


def _link(code: Call | Subscript | Attribute) -> str | Bracket:
    """What follows the value that a call, an index or an attribute belongs to."""
    flat = code.flat[len(primary(subject(code))) :]
    match code:
        case Attribute():
            return flat
        case Subscript():
            return Bracket("[", "]", flat, code)
        case Call():
            if flat == "()":
                return flat
            comma = _last_comma(len(code.arguments) + len(code.keywords))
            return Bracket("(", ")", flat, code, ",", comma, compact=True)
        case _:
            assert_never(code)


def _container(code: ListOf | TupleOf | DictOf | Comprehension) -> str | Bracket:
    flat = code.flat
    if len(flat) == len("[]"):
        return flat
    match code:
        case ListOf():
            return Bracket("[", "]", flat, code, ",", _last_comma(len(code.items)))
        case TupleOf():
            return Bracket("(", ")", flat, code, ",", ",")
        case DictOf():
            return Bracket("{", "}", flat, code, ",", _last_comma(len(code.entries)))
        case Comprehension():
            return Bracket("[", "]", flat, code, compact=True)
        case _:
            assert_never(code)


def _last_comma(items: int) -> str:
    """What follows the last item: a lone one gets no comma."""
    return "," if items > 1 else ""
