"""Dates and times as they are compared and sent."""

from __future__ import annotations

from datetime import UTC, datetime, time


def moment_text(kind: str, text: str) -> str | None:
    """A moment as RFC 3339 has it, in UTC, which is what is meant without a zone; None for others.

    So the earlier of two moments is the lesser of their texts.
    """
    try:
        if kind == "time":
            found = time.fromisoformat(text)
            zone = "" if found.tzinfo else "Z"
            return found.isoformat().replace("+00:00", "Z") + zone
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
    except (ValueError, OverflowError):
        return None
