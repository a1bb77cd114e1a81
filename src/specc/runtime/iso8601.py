"""Dates, times and durations as JSON has them: read so that they can be compared."""

import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

_DURATION = re.compile(
    r"(?P<sign>[+-])?P(?:(?P<years>[\d.,]+)Y)?(?:(?P<months>[\d.,]+)M)?(?:(?P<weeks>[\d.,]+)W)?"
    r"(?:(?P<days>[\d.,]+)D)?(?:T(?:(?P<hours>[\d.,]+)H)?(?:(?P<minutes>[\d.,]+)M)?"
    r"(?:(?P<seconds>[\d.,]+)S)?)?"
)
_DAY = 86400
_SECONDS = {
    # A year and a month have no fixed length; their average is what can be compared.
    "years": Decimal(_DAY) * Decimal("365.2425"),
    "months": Decimal(_DAY) * Decimal("30.436875"),
    "weeks": Decimal(_DAY * 7),
    "days": Decimal(_DAY),
    "hours": Decimal(3600),
    "minutes": Decimal(60),
    "seconds": Decimal(1),
}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d.*")


def instant(text: str) -> Decimal:
    """Seconds since 1970 of a date and time, or of a date's first moment; UTC if it names no zone.

    Raises ValueError where the text is neither.
    """
    if _DATE.fullmatch(text):
        moment = datetime.combine(date.fromisoformat(text), time(), UTC)
    elif _INSTANT.fullmatch(text):
        moment = datetime.fromisoformat(_plain(text))
    else:
        raise ValueError(f"{text!r} is no date and no time")
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return _seconds(moment - datetime(1970, 1, 1, tzinfo=UTC))


def time_of_day(text: str) -> Decimal:
    """Seconds since midnight; in UTC, if the text names a zone. Raises ValueError if it is none."""
    moment = time.fromisoformat(_plain(text))
    elapsed = timedelta(
        hours=moment.hour,
        minutes=moment.minute,
        seconds=moment.second,
        microseconds=moment.microsecond,
    )
    return _seconds(elapsed - (moment.utcoffset() or timedelta()))


def duration(text: str) -> Decimal:
    """Seconds of an ISO 8601 duration. Raises ValueError if it is none."""
    found = _DURATION.fullmatch(text)
    if found is None or text.endswith(("P", "T")):
        raise ValueError(f"{text!r} is no ISO 8601 duration")
    total = Decimal(0)
    for unit, seconds in _SECONDS.items():
        if (count := found[unit]) is not None:
            try:
                total += Decimal(count.replace(",", ".")) * seconds
            except ArithmeticError:
                raise ValueError(f"{text!r} is no ISO 8601 duration") from None
    return -total if found["sign"] == "-" else total


def _plain(text: str) -> str:
    # A leap second is a second that Python has no room for; letters may be small in RFC 3339.
    return re.sub(r"(:\d\d):60", r"\1:59", text.upper())


def _seconds(delta: timedelta) -> Decimal:
    whole = Decimal(delta.days * _DAY + delta.seconds)
    return whole + Decimal(delta.microseconds).scaleb(-6)
