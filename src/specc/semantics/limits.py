"""Refinements of scalars: ranges and patterns, of the right kind and the right way round."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeAlias

import attrs

from specc.diagnostics.catalogue import types as codes
from specc.semantics.findings import Findings
from specc.semantics.moments import moment_text
from specc.semantics.patterns import pattern_error
from specc.semantics.types import LENGTHS, NUMERIC, TEMPORAL, JsonScalar, Scalar
from specc.syntax.nodes.declarations import Module
from specc.syntax.nodes.expressions import Bool, Date, Expr, Number, Quantity, Regex, Text
from specc.syntax.nodes.types import RangeLimit

Bound: TypeAlias = int | Decimal | str
_Reader: TypeAlias = Callable[[Expr], Bound | None]

SIZED = frozenset({"bytes", "file"})
"""Scalars whose length may be written as a size, `..5MB`."""


@attrs.frozen(eq=False)
class LimitReader:
    """Reads the limits of one module's scalars and lists."""

    module: Module
    findings: Findings

    def scalar(self, kind: str, limits: tuple[RangeLimit | Regex, ...]) -> Scalar:
        """The scalar with its refinements; those that don't fit are reported and left out."""
        low: Bound | None = None
        high: Bound | None = None
        patterns: list[str] = []
        ranged = False
        for limit in limits:
            match limit:
                case Regex():
                    if self._pattern_fits(kind, limit):
                        patterns.append(limit.pattern)
                case RangeLimit():
                    if ranged:
                        self._misfit(limit, "a type has one range", "merge the two")
                        continue
                    ranged = True
                    low, high = self._range(kind, limit)
        return Scalar(kind, low, high, tuple(patterns))

    def length(self, limit: RangeLimit, what: str) -> tuple[int | None, int | None]:
        """The least and most items that a range of a list allows."""
        low, high = self._ends(limit, what, lambda end: self._count(end, sized=False))
        return (
            low if isinstance(low, int) else None,
            high if isinstance(high, int) else None,
        )

    def _range(self, kind: str, limit: RangeLimit) -> tuple[Bound | None, Bound | None]:
        if kind in NUMERIC:
            return self._ends(limit, kind, lambda end: self._number(kind, end))
        if kind in LENGTHS:
            return self._ends(limit, kind, lambda end: self._count(end, sized=kind in SIZED))
        if kind in TEMPORAL:
            return self._ends(limit, kind, lambda end: self._moment(kind, end))
        self._misfit(limit, f"`{kind}` takes no range", "leave it out")
        return None, None

    def _ends(
        self, limit: RangeLimit, kind: str, read: _Reader
    ) -> tuple[Bound | None, Bound | None]:
        low = self._end(limit.low, kind, read)
        if low is None and limit.low is not None:
            return None, None
        high = self._end(limit.high, kind, read)
        if low is not None and high is not None and _is_above(low, high):
            self.findings.add(
                codes.RANGE_ORDER,
                "the range is upside down: its low end is above its high end",
                self.module,
                limit.span,
                hint="swap the ends",
            )
            return None, None
        return low, high

    def _end(self, end: Expr | None, kind: str, read: _Reader) -> Bound | None:
        if end is None:
            return None
        if isinstance(end, Date) and not self.is_real_day(end):
            return None
        value = read(end)
        if value is None:
            self.findings.add(
                codes.LIMIT_KIND,
                f"this cannot be an end of a range of `{kind}`",
                self.module,
                end.span,
                f"expected {_EXPECTED.get(kind, 'a whole number')}",
            )
        return value

    def is_real_day(self, literal: Date) -> bool:
        """Whether a date literal is a day of the calendar; reports one that isn't."""
        try:
            date.fromisoformat(literal.value)
        except ValueError:
            self.findings.add(
                codes.DATE,
                f"there is no day {literal.value}",
                self.module,
                literal.span,
                hint="dates are written year-month-day: 2030-01-31",
            )
            return False
        return True

    @staticmethod
    def _number(kind: str, end: Expr) -> Bound | None:
        if not isinstance(end, Number):
            return None
        if kind == "int" and end.value != int(end.value):
            return None
        return int(end.value) if kind == "int" else end.value

    @staticmethod
    def _count(end: Expr, *, sized: bool) -> Bound | None:
        match end:
            case Number(value) if value == int(value) and value >= 0:
                return int(value)
            case Quantity() if sized and end.dimension == "size":
                return int(end.base)
        return None

    @staticmethod
    def _moment(kind: str, end: Expr) -> Bound | None:
        match end:
            case Date(value) if kind == "date":
                return value
            case Date(value) if kind == "datetime":
                return moment_text(kind, value)
            case Quantity() if kind == "duration" and end.dimension == "duration":
                return end.base
            case Text() if kind in {"datetime", "time"}:
                return moment_text(kind, end.plain or "")
        return None

    def _pattern_fits(self, kind: str, regex: Regex) -> bool:
        if kind not in LENGTHS or kind in SIZED:
            self._misfit(regex, f"`{kind}` takes no pattern", "a pattern refines `string`")
            return False
        wrong = pattern_error(regex.pattern)
        if wrong is not None:
            self.findings.add(
                codes.PATTERN,
                f"the pattern is not a valid regular expression: {wrong}",
                self.module,
                regex.span,
            )
        return wrong is None

    def _misfit(self, limit: RangeLimit | Regex, message: str, hint: str) -> None:
        self.findings.add(codes.LIMIT_KIND, message, self.module, limit.span, hint=hint)


def literal_value(expr: Expr) -> JsonScalar:
    """The value of a literal that stands as a type."""
    match expr:
        case Number(value) | Bool(value):
            return value
        case Text():
            return expr.plain or ""
    return None


def _is_above(low: Bound, high: Bound) -> bool:
    if isinstance(low, str) or isinstance(high, str):
        return isinstance(low, str) and isinstance(high, str) and low > high
    return low > high


_EXPECTED = {
    "int": "a whole number",
    "number": "a number",
    "decimal": "a number",
    "date": "a date, such as 2030-01-31",
    "datetime": 'a date, or a moment in quotes: "2030-01-31T08:00:00Z"',
    "time": 'a time in quotes: "08:00:00"',
    "duration": "a duration, such as 5m",
    "bytes": "a size, such as 5MB",
    "file": "a size, such as 5MB",
}
