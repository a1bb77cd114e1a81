"""Values that break exactly one rule of a scalar."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from specc.ir.expressions import Value
from specc.plan.changes.change import LONGEST, Change, Place
from specc.plan.changes.temporal import IMPOSSIBLE, beside
from specc.plan.changes.texts import text_of_length, with_lengths
from specc.plan.numbers import number_within
from specc.plan.regex_example import accepts, regex_example
from specc.semantics.types import NUMERIC, TEMPORAL, Scalar

if TYPE_CHECKING:
    from specc.plan.changes.finder import Changes

HUGE = Decimal("1E+400")
"""A number that JSON can say and a float cannot hold."""
_MUCH = "a" * 100_000


def of_scalar(
    finder: Changes, scalar: Scalar, base: Value | None, place: Place
) -> Iterator[Change]:
    """The changes of a scalar."""
    match scalar.kind:
        case "any" | "json":
            return
        case "file":
            yield from _file(scalar, place)
        case "bool":
            yield place.put("wrong_type", "maybe", text=finder.textual)
        case kind if kind in NUMERIC:
            yield from _number(finder, scalar, place)
        case kind:
            if not finder.textual:
                yield place.put("wrong_type", 12345)
            if kind not in ("string", "bytes"):
                yield place.put("malformed", f"not a {kind}")
            if kind in TEMPORAL:
                yield from _time(scalar, place)
            if kind == "string":
                yield from _text(finder, scalar, place)


def _file(scalar: Scalar, place: Place) -> Iterator[Change]:
    low, high = scalar.low, scalar.high
    if isinstance(low, int) and low > 0:
        yield place.edit("too_small", "resize", low - 1)
    if isinstance(high, int | Decimal):
        yield place.edit("too_large", "resize", int(high) + 1)


def _number(finder: Changes, scalar: Scalar, place: Place) -> Iterator[Change]:
    low, high = scalar.low, scalar.high
    whole = scalar.kind == "int"
    yield place.put("wrong_type", "text", text=finder.textual)
    if not finder.textual:
        yield place.put("number_as_text", str(number_within(low, high, whole=whole)))
    if finder.textual:
        yield place.put("not_a_number", "NaN", text=True)
        yield place.put("infinite", "Infinity", text=True)
    if whole:
        yield place.put("fraction", _between(low, high))
    step = 1 if whole else Decimal("0.01")
    if isinstance(low, int | Decimal):
        yield place.put("below_minimum", low - step)
    if isinstance(high, int | Decimal):
        yield place.put("above_maximum", high + step)
        if high < 2**63:
            yield place.put("beyond_64_bits", 2**63)
        if not finder.textual:
            yield place.put("huge", HUGE)


def _between(low: object, high: object) -> Decimal:
    base = low if isinstance(low, int | Decimal) else 1
    top = high if isinstance(high, int | Decimal) else None
    value = Decimal(base) + Decimal("0.5")
    return value if top is None or value <= top else Decimal(base) - Decimal("0.5")


def _time(scalar: Scalar, place: Place) -> Iterator[Change]:
    for end, step, name in ((scalar.low, -1, "below_minimum"), (scalar.high, 1, "above_maximum")):
        text = beside(scalar.kind, end, step)
        if text is not None:
            yield place.put(name, text)
    if scalar.kind in IMPOSSIBLE:
        yield place.put("impossible", IMPOSSIBLE[scalar.kind])


def _text(finder: Changes, scalar: Scalar, place: Place) -> Iterator[Change]:
    low = scalar.low if isinstance(scalar.low, int) else 0
    high = scalar.high if isinstance(scalar.high, int) else None
    if low > 1:
        yield place.put("empty", "")
    if low > 0:
        yield place.put("too_short", _of_length(scalar, low - 1))
    if high is not None and high < LONGEST:
        yield place.put("too_long", _of_length(scalar, high + 1))
        if high + 1 < len(_MUCH) and not finder.textual:
            yield place.put("much_too_long", _MUCH)
    for pattern in scalar.patterns:
        for name, texts in _mismatches(pattern):
            for text in texts:
                within = low <= len(text) and (high is None or len(text) <= high)
                if within and not accepts(pattern, text):
                    yield place.put(name, text)
                    break


def _mismatches(pattern: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Texts that a pattern may not accept, by what is wrong with them."""
    example = regex_example(pattern) or ""
    lengths = with_lengths(pattern)
    yield "pattern_mismatch", ("no match \u2603!", "~", "", "0", "A")
    yield "pattern_too_short", tuple(text[:-1] for text in (*lengths[:1], example) if text)
    longest = lengths[1] if len(lengths) > 1 else ""
    yield (
        "pattern_too_long",
        tuple(text for text in (longest + longest[-1:], example + example[-1:], example * 40)),
    )
    if example:
        yield "pattern_other_case", (example.swapcase(),)
        yield "pattern_prefix", (f"!{example}",)
        yield "pattern_suffix", (f"{example}!",)
        yield "pattern_newline", (f"{example}\n",)
        yield "pattern_other_digits", (example.translate(_OTHER_DIGITS),)


_OTHER_DIGITS = {ord("0") + digit: 0x0660 + digit for digit in range(10)}


def _of_length(scalar: Scalar, length: int) -> str:
    """A text of a length, which breaks no other rule if there is such a one."""
    return text_of_length(scalar, length) or "a" * length
