"""`not a == b` said the way people say it: `a != b`."""

from __future__ import annotations

from specc.ir.expressions import Operation, Span, Value

_OPPOSITES = {"==": "!=", "!=": "==", "in": "not in", "not in": "in"}
"""Not `<` and its like: where things cannot be compared, neither it nor its opposite holds."""


def without_not(value: Value) -> Value:
    """A negated comparison as the opposite one; all else as it is."""
    match value:
        case Operation("not", (Operation(operator, (left, right)),)) if (
            operator in _OPPOSITES and not isinstance(right, Span)
        ):
            return Operation(_OPPOSITES[operator], (left, right))
        case _:
            return value
