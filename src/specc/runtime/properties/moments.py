"""Dates, times and durations within a range, as RFC 3339 and ISO 8601 write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from math import ceil, floor

from hypothesis import strategies as st

from specc.runtime.iso8601 import duration, instant, time_of_day

_FIRST = date(1970, 1, 1)
_LAST = date(2099, 12, 31)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_USUAL = datetime(2030, 1, 1, tzinfo=UTC)
_ZONES = (0, 60, -300, 330)
"""Minutes from UTC: that a zone is not whole hours is often forgotten."""


def dates(low: str | None, high: str | None) -> st.SearchStrategy[str]:
    """Dates from `low` to `high`; the years 1970 to 2099 where an end is open."""
    first = _FIRST if low is None else _moment(low).date()
    last = _LAST if high is None else _moment(high).date()
    if low is None:
        first = min(first, last)
    if high is None:
        last = max(first, last)
    return st.dates(first, last).map(date.isoformat)


def datetimes(low: str | None, high: str | None) -> st.SearchStrategy[str]:
    """Instants from `low` to `high`, in several zones, some with a fraction of a second."""
    first = _EPOCH if low is None else _moment(low)
    last = datetime(2099, 12, 31, tzinfo=UTC) if high is None else _moment(high)
    if low is None:
        first = min(first, last)
    if high is None:
        last = max(first, last)
    # Counted in milliseconds from the usual day, or the end that is nearest: so it shrinks there.
    base = min(max(_USUAL, first), last)
    ticks = st.integers(
        -((base - first) // timedelta(milliseconds=1)), (last - base) // timedelta(milliseconds=1)
    )
    whole = st.booleans()

    def written(tick: int, zone: int, in_seconds: bool) -> str:
        moment = base + timedelta(milliseconds=tick)
        if in_seconds:
            cut = moment.replace(microsecond=0)
            moment = cut if cut >= first else moment
        return _text(moment, zone)

    return st.builds(written, ticks, st.sampled_from(_ZONES), whole)


def times(low: str | None, high: str | None) -> st.SearchStrategy[str]:
    """Times of day from `low` to `high`, in UTC."""
    first = 0 if low is None else ceil(time_of_day(low))
    last = 86399 if high is None else int(time_of_day(high))
    return st.integers(first, max(first, last)).map(
        lambda second: (_EPOCH + timedelta(seconds=second)).time().isoformat() + "Z"
    )


def durations(low: str | None, high: str | None) -> st.SearchStrategy[str]:
    """Durations from `low` to `high`, in seconds or ISO 8601; up to a day where that is open."""
    first = Decimal(0) if low is None else _seconds(low)
    last = max(first, Decimal(86400)) if high is None else _seconds(high)
    least, most = ceil(first), int(last)
    if least > most:
        return st.just(f"PT{first:f}S")
    return st.integers(least, most).map(_duration)


def _duration(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if seconds and not rest:
        return f"PT{minutes}M" if minutes % 60 else f"PT{minutes // 60}H"
    return f"PT{seconds}S"


def _seconds(text: str) -> Decimal:
    return duration(text) if text.lstrip("+-").startswith("P") else Decimal(text)


def _moment(text: str) -> datetime:
    seconds = instant(text)
    whole = floor(seconds)
    micros = int((seconds - whole) * 1_000_000)
    return _EPOCH + timedelta(seconds=whole, microseconds=micros)


def _text(moment: datetime, zone: int) -> str:
    try:
        local = moment.astimezone(timezone(timedelta(minutes=zone)))
    except OverflowError:
        local = moment
    timespec = "milliseconds" if local.microsecond else "seconds"
    text = local.isoformat(timespec=timespec)
    return text.replace("+00:00", "Z")
