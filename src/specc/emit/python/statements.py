"""Simple statements, and the first lines of compound ones, as `ruff format` leaves them.

Each function returns whole lines, indented, without the last newline.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from specc.emit.python.breaking import within
from specc.emit.python.code import Code, Infix, ListOf, Raw, Subscript
from specc.emit.python.imports import from_import
from specc.emit.python.layout import bare, expression, first_columns, opened, parenthesised
from specc.emit.python.prose import comment, docstring
from specc.emit.python.shape import Wrapping, wrapping
from specc.emit.python.width import INDENT, LINE_LENGTH, width

__all__ = [
    "assignment",
    "call_statement",
    "comment",
    "decorator",
    "docstring",
    "for_statement",
    "from_import",
    "function_signature",
    "listing",
    "returned",
    "with_statement",
]

# The operators for which a statement that is only an expression may get parentheses.
_WRAPPED_ALONE = frozenset({"+", "-", "|", "^", "<<", ">>"})


def assignment(name: str, code: Code, indent: int = 0) -> str:
    """`name = code`; the name may be dotted."""
    start = f"{name} = "
    return f"{' ' * indent}{start}{expression(code, indent, len(start))}"


def listing(name: str, items: Iterable[Code]) -> str:
    """`name = [items]`; a long list is laid out item by item, so that few are held at a time."""
    rest = iter(items)
    first: list[Code] = []
    columns = len(f"{name} = []") - len(", ")
    for item in rest:
        first.append(item)
        columns += len(", ") + width(item.flat)
        if columns > LINE_LENGTH and len(first) > 1:
            break
    else:
        return assignment(name, ListOf(tuple(first)))
    inner = " " * INDENT
    lines = [f"{inner}{within(item, INDENT, INDENT, 1)},\n" for item in chain(first, rest)]
    return f"{name} = [\n{''.join(lines)}]"


def returned(code: Code, indent: int) -> str:
    """`return code`"""
    return f"{' ' * indent}return {expression(code, indent, len('return '))}"


def call_statement(code: Code, indent: int = 0) -> str:
    """An expression that is a statement."""
    wrapped = isinstance(code, Infix) and code.operator in _WRAPPED_ALONE
    print_code = expression if wrapped else bare
    return f"{' ' * indent}{print_code(code, indent, 0)}"


def decorator(code: Code, indent: int = 0) -> str:
    """`@code`"""
    print_code = expression if wrapping(code) is Wrapping.TO_BREAK else bare
    return f"{' ' * indent}@{print_code(code, indent, 1)}"


def with_statement(code: Code, indent: int = 0, target: str | None = None) -> str:
    """`with code as target:`"""
    start = f"{' ' * indent}with "
    if target is None:
        return f"{start}{expression(code, indent, len('with '), 1)}:"
    named = f" as {target}"
    column = len(start)
    after = len(named) + 1
    if column + width(code.flat) + after <= LINE_LENGTH:
        return f"{start}{code.flat}{named}:"
    text = opened(code, indent, column, after, if_it_fits=True)
    if text is None:
        return f"{start}{parenthesised(code, indent, named)}:"
    return f"{start}{text}{named}:"


def for_statement(target: str, code: Code, indent: int = 0) -> str:
    """`for target in code:`"""
    start = f"{' ' * indent}for "
    middle = f"{target} in "
    closed = ") in "
    first = first_columns(code, 1)
    shortest = indent + max(INDENT + len(target), len(closed) + first)
    if shortest <= LINE_LENGTH < len(start) + len(middle) + first:
        # Before it breaks what it loops over, ruff tries the target.
        start = f"{start}(\n{' ' * (indent + INDENT)}{target}\n{' ' * indent}"
        return f"{start}{closed}{expression(code, indent, len(closed), 1)}:"
    return f"{start}{middle}{expression(code, indent, len('for ') + len(middle), 1)}:"


def function_signature(
    name: str, parameters: Sequence[str], returns: str | Code = "None", indent: int = 0
) -> str:
    """`def name(parameters) -> returns:`; each parameter with its annotation and default.

    Give a result's type with brackets as code: it may have to be opened.
    """
    result = Raw(returns) if isinstance(returns, str) else returns
    start = f"{' ' * indent}def {name}("
    together = ", ".join(parameters)
    flat = f"{start}{together}) -> {result.flat}:"
    if width(flat) <= LINE_LENGTH:
        return flat
    if not parameters:
        column = len(start) + len(") -> ")
        text = opened(result, indent, column, 1, if_it_fits=True) or parenthesised(result, indent)
        return f"{start}) -> {text}:"
    inner = " " * (indent + INDENT)
    if len(parameters) > 1 and len(inner) + width(together) <= LINE_LENGTH:
        lines = f"{inner}{together}\n"
    else:
        lines = "".join([f"{inner}{parameter},\n" for parameter in parameters])
    # Behind parameters that stand on lines of their own, `-> Iterator[` opens at its bracket.
    print_result = bare if isinstance(result, Subscript) else expression
    text = print_result(result, indent, len(") -> "), 1)
    return f"{start}\n{lines}{' ' * indent}) -> {text}:"
