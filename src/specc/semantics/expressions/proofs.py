"""What a condition proves to be there: `x.note != null` lets later lines use `x.note`."""

from __future__ import annotations

from specc.syntax.nodes.expressions import (
    Binary,
    Expr,
    Index,
    IsType,
    Member,
    Null,
    Number,
    Text,
    Unary,
    Variable,
)


def path_key(expr: Expr) -> str | None:
    """A path of names and fixed indices as text; None for anything that could change."""
    match expr:
        case Variable(name):
            return name
        case Member(subject, name):
            head = path_key(subject)
            return None if head is None else f"{head}.{name!r}"
        case Index(subject, Number(value) | Text((str(value),))):
            head = path_key(subject)
            return None if head is None else f"{head}[{value!r}]"
    return None


def proofs(condition: Expr, truth: bool) -> set[str]:
    """The paths that are neither absent nor null where a condition is true (or false)."""
    match condition:
        case Unary("not", operand):
            return proofs(operand, not truth)
        case Binary("and", left, right) if truth:
            return proofs(left, True) | proofs(right, True)
        case Binary("or", left, right) if not truth:
            return proofs(left, False) | proofs(right, False)
        case Binary("!=" | "==" as operator, left, right):
            differs = (operator == "!=") is truth
            found: set[str] = set()
            for one, other in ((left, right), (right, left)):
                if isinstance(other, Null) is differs and (differs or _is_something(other)):
                    found |= _keys(one)
            return found
        case Binary("in" | "matches" | "contains", left) | IsType(left) if truth:
            return _keys(left)
        case Binary("<" | "<=" | ">" | ">=", left, right) if truth:
            return _keys(left) | _keys(right)
    return set()


def _is_something(expr: Expr) -> bool:
    return not isinstance(expr, Null | Variable | Member | Index)


def _keys(expr: Expr) -> set[str]:
    key = path_key(expr)
    return set() if key is None else {key}
