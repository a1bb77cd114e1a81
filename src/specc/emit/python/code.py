"""A small tree of Python expressions. Every node knows its text on one line, `flat`.

The text is made with the node, from those of its children, so that laying out a whole suite asks
for each of them once. Only what doesn't fit its line is looked into again.
"""

from __future__ import annotations

import math
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

import attrs

from specc.emit.python.quoting import quoted, quoted_bytes


@attrs.frozen(eq=False)
class Raw:
    """One atom, printed as it is: a name, a dotted name, a literal on one line.

    Whoever makes one answers for its text; what a spec says goes through `literal`.
    """

    flat: str = attrs.field(alias="text")


@lru_cache(maxsize=1024)
def _named(function: str) -> Raw:
    return Raw(function)


def _function(function: str | Code) -> Code:
    return _named(function) if isinstance(function, str) else function


@attrs.frozen(eq=False)
class Call:
    """`function(arguments, name=keyword)`. A function given as text is a name or a dotted name."""

    function: Code = attrs.field(converter=_function)
    arguments: tuple[Code, ...] = ()
    keywords: tuple[tuple[str, Code], ...] = ()
    flat: str = attrs.field(init=False, repr=False)

    @flat.default
    def _flat(self) -> str:
        inside = [argument.flat for argument in self.arguments]
        if self.keywords:
            inside += [f"{name}={value.flat}" for name, value in self.keywords]
        return f"{primary(self.function)}({', '.join(inside)})"


@attrs.frozen(eq=False)
class ListOf:
    """`[items]`"""

    items: tuple[Code, ...]
    flat: str = attrs.field(init=False, repr=False)

    @flat.default
    def _flat(self) -> str:
        return f"[{', '.join([item.flat for item in self.items])}]"


@attrs.frozen(eq=False)
class TupleOf:
    """`(items)`, with the comma that a tuple of one needs."""

    items: tuple[Code, ...]
    flat: str = attrs.field(init=False, repr=False)

    @flat.default
    def _flat(self) -> str:
        comma = "," if len(self.items) == 1 else ""
        return f"({', '.join([item.flat for item in self.items])}{comma})"


@attrs.frozen(eq=False)
class DictOf:
    """`{key: value}`"""

    entries: tuple[tuple[Code, Code], ...]
    flat: str = attrs.field(init=False, repr=False)

    @flat.default
    def _flat(self) -> str:
        return f"{{{', '.join([f'{key.flat}: {value.flat}' for key, value in self.entries])}}}"


@attrs.frozen(eq=False)
class Subscript:
    """`value[index]`"""

    value: Code
    index: Code
    flat: str = attrs.field(init=False, repr=False)

    @flat.default
    def _flat(self) -> str:
        return f"{primary(self.value)}[{self.index.flat}]"


@attrs.frozen(eq=False)
class Attribute:
    """`value.name`"""

    value: Code
    name: str
    flat: str = attrs.field(init=False, repr=False)

    @flat.default
    def _flat(self) -> str:
        return f"{primary(self.value)}.{self.name}"


@attrs.frozen(eq=False)
class Prefix:
    """`not operand`, `-operand` or `+operand`."""

    operator: str
    operand: Code
    flat: str = attrs.field(init=False, repr=False)

    @flat.default
    def _flat(self) -> str:
        operand = self.operand.flat
        return PREFIXES[self.operator] + (f"({operand})" if encloses_operand(self) else operand)


@attrs.frozen(eq=False)
class Infix:
    """`left operator right`; the operators are those that `BINDING` knows."""

    operator: str
    left: Code
    right: Code
    flat: str = attrs.field(init=False, repr=False)

    @flat.default
    def _flat(self) -> str:
        left, right = self.left.flat, self.right.flat
        if encloses_left(self):
            left = f"({left})"
        if encloses_right(self):
            right = f"({right})"
        return f"{left} {self.operator} {right}"


@attrs.frozen(eq=False)
class Comprehension:
    """`[element for target in iterable if condition]`"""

    element: Code
    target: str
    iterable: Code
    conditions: tuple[Code, ...] = ()
    flat: str = attrs.field(init=False, repr=False)

    @flat.default
    def _flat(self) -> str:
        conditions = "".join([f" if {condition.flat}" for condition in self.conditions])
        return f"[{self.element.flat} for {self.target} in {self.iterable.flat}{conditions}]"


Code: TypeAlias = (
    Raw | Call | ListOf | TupleOf | DictOf | Subscript | Attribute | Prefix | Infix | Comprehension
)

PREFIXES = {"not": "not ", "-": "-", "+": "+"}

_NOT, _COMPARISON, _SIGN, _ATOM = 3, 4, 11, 12

BINDING = {
    "or": 1,
    "and": 2,
    **dict.fromkeys(
        ("in", "not in", "is", "is not", "<", "<=", ">", ">=", "!=", "=="), _COMPARISON
    ),
    "|": 5,
    "^": 6,
    "&": 7,
    **dict.fromkeys(("<<", ">>"), 8),
    **dict.fromkeys(("+", "-"), 9),
    **dict.fromkeys(("*", "@", "/", "//", "%"), 10),
}
"""How tightly infix operators bind, by Python's precedence."""


def primary(value: Code) -> str:
    """The text of a value where an attribute, an index or arguments follow."""
    return f"({value.flat})" if encloses_primary(value) else value.flat


def encloses_primary(value: Code) -> bool:
    """Whether a value needs parentheses before it is called, indexed or asked for an attribute."""
    if isinstance(value, Raw):
        return value.flat[:1].isdigit() and not value.flat.startswith("0x")
    return isinstance(value, Infix | Prefix)


def encloses_operand(code: Prefix) -> bool:
    """Whether what follows a prefix stands in parentheses."""
    return _binding(code.operand) < _binding(code)


def encloses_left(code: Infix) -> bool:
    """Whether the left operand stands in parentheses. Comparisons would be chained without."""
    own, left = BINDING[code.operator], _binding(code.left)
    return left < own or left == own == _COMPARISON


def encloses_right(code: Infix) -> bool:
    """Whether the right operand stands in parentheses."""
    return _binding(code.right) <= BINDING[code.operator]


def _binding(code: Code) -> int:
    match code:
        case Infix(operator):
            return BINDING[operator]
        case Prefix(operator):
            return _NOT if operator == "not" else _SIGN
        case _:
            return _ATOM


_CONSTANTS = {None: Raw("None"), False: Raw("False"), True: Raw("True")}

# Python reads decimal numbers of up to 4,300 digits; hexadecimal ones have no limit.
_DECIMAL_BITS = 14_000


def literal(value: object) -> Code:
    """The code of a value; code within lists, tuples and dicts stays what it is.

    A Decimal becomes a call of `Decimal`, for which the module that it lands in needs the import.
    """
    match value:
        case str():
            return _text(str.__str__(value))
        case dict():
            return DictOf(tuple([(literal(key), literal(item)) for key, item in value.items()]))
        case list():
            return ListOf(tuple([literal(item) for item in value]))
        case None | bool():
            return _CONSTANTS[value]
        case int():
            return _integer(int(value))
        case Decimal() if value.as_tuple().exponent == 0 and value:
            return Call("Decimal", (_integer(int(value)),))
        case Decimal():
            return Call("Decimal", (_text(Decimal.__str__(value)),))
        case tuple():
            return TupleOf(tuple([literal(item) for item in value]))
        case float() if math.isfinite(value):
            return _number(float.__repr__(value).replace("e+", "e"))
        case float():
            return Call("float", (_text(float.__repr__(value)),))
        case bytes():
            return Raw(quoted_bytes(value))
        case code if isinstance(code, Code):
            return code
        case _:
            raise TypeError(f"{type(value).__name__} has no literal")


# The same few names, paths, media types and statuses make up most of a suite.


@lru_cache(maxsize=8192)
def _text(value: str) -> Raw:
    return Raw(quoted(value))


@lru_cache(maxsize=1024)
def _integer(value: int) -> Code:
    sign = "-" if value < 0 else ""
    return _number(str(value) if value.bit_length() < _DECIMAL_BITS else f"{sign}0x{abs(value):X}")


def _number(digits: str) -> Code:
    return Prefix("-", Raw(digits[1:])) if digits.startswith("-") else Raw(digits)
