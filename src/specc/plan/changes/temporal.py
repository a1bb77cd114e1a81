"""Dates, times and durations beside each other."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal


def beside(kind: str, end: object, step: int) -> str | None:
    """The value one day or second before (-1) or after (1) an end of a range, 0 for the end itself.

    None where there is none, or where the end is not written as usual.
    """
    try:
        match kind, end:
            case "date", str():
                return (date.fromisoformat(end) + timedelta(days=step)).isoformat()
            case "datetime", str():
                if not step:
                    return end
                moved = datetime.fromisoformat(end) + timedelta(seconds=step)
                return moved.isoformat().replace("+00:00", "Z")
            case "time", str():
                return _time(end, step)
            case "duration", int() | Decimal():
                return f"PT{end + step}S" if end + step >= 0 else None
            case _:
                return None
    except (ValueError, OverflowError):
        return None


def _time(end: str, step: int) -> str | None:
    if not step:
        return end
    day = "2030-01-01"
    moved = datetime.fromisoformat(f"{day}T{end}") + timedelta(seconds=step)
    text = moved.isoformat().replace("+00:00", "Z")
    # A second before midnight is another day's: nothing is outside that end.
    return text.removeprefix(f"{day}T") if text.startswith(day) else None


IMPOSSIBLE = {
    "date": "2030-02-30",
    "datetime": "2030-02-30T12:00:00Z",
    "time": "25:00:00Z",
}
"""Texts of the right form that are no such date or time."""

LOOSE_FORMS = {
    "date": (("other_form", "20300101"),),
    "datetime": (
        ("without_zone", "2030-01-01T12:00:00"),
        ("without_time", "2030-01-01"),
    ),
}
"""Texts that RFC 3339 does not have, and many readers of dates and times take all the same."""
