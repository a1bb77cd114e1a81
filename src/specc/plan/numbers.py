"""Numbers within bounds."""

from __future__ import annotations

from decimal import Decimal


def number_within(low: object, high: object, *, whole: bool) -> int | Decimal:
    """A number within bounds: 1 where it fits, else the nearest end."""
    at = Decimal(1)
    if isinstance(low, int | Decimal) and at < low:
        at = Decimal(low)
    if isinstance(high, int | Decimal) and at > high:
        at = Decimal(high)
    if whole or at == at.to_integral_value():
        return int(at)
    return at
