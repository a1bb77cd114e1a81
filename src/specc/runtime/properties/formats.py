"""Texts of a format, such as an e-mail address, within a range of lengths."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import TypeAlias

from hypothesis import strategies as st

from specc.runtime.properties.moments import dates, datetimes, durations, times

Ends: TypeAlias = tuple[str | None, str | None]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ALNUM = _LETTERS + "0123456789"
_URI_TAIL = _ALNUM + "-._~"
_ENDINGS = ("example", "test", "example.com")
_LONGEST_LABEL = 63
_LONGEST_LOCAL = 64
_MORE = 24

_MOMENTS: dict[str, Callable[[str | None, str | None], st.SearchStrategy[str]]] = {
    "date": dates,
    "date-time": datetimes,
    "time": times,
    "duration": durations,
}

FORMATS = frozenset([*_MOMENTS, "uuid", "email", "uri", "ipv4", "ipv6", "hostname"])
"""The formats that texts can be made for."""


def formatted(
    name: str, low: int, high: int | None, between: Ends = (None, None)
) -> st.SearchStrategy[str]:
    """Texts of a format of `low` to `high` characters, or of moments `between` two ends."""
    if name in _MOMENTS:
        return _MOMENTS[name](*(None if end is None else str(end) for end in between))
    match name:
        case "uuid":
            return st.uuids(version=4).map(str)
        case "ipv4":
            return st.ip_addresses(v=4).map(str)
        case "ipv6":
            return st.ip_addresses(v=6).map(str)
        case "email":
            return _email(low, high)
        case "hostname":
            return _hostname(low, high)
        case "uri":
            return _uri(low, high)
        case _:
            raise LookupError(name)


def encoded(low: int | None, high: int | None) -> st.SearchStrategy[str]:
    """Base64 of `low` to `high` bytes."""
    least = low or 0
    most = least + 64 if high is None else min(high, least + 64)
    return st.binary(min_size=least, max_size=most).map(
        lambda content: base64.b64encode(content).decode()
    )


def _word(low: int, high: int) -> st.SearchStrategy[str]:
    """A label: letters and digits, a letter first; hyphens inside of it are left to chance."""
    low = max(1, low)
    high = max(low, high)

    def joined(first: str, rest: str) -> str:
        return first + rest

    inner = st.text(_ALNUM, min_size=low - 1, max_size=high - 1)
    return st.builds(joined, st.sampled_from(_LETTERS), inner)


def _labels(low: int, high: int) -> st.SearchStrategy[str]:
    """Labels with dots between them, of `low` to `high` characters in all."""
    if high <= _LONGEST_LABEL and low <= _LONGEST_LABEL:
        return _word(low, high)
    # So long that it takes several: all but the last are as long as a label may be.
    full = max(0, -(-(low - _LONGEST_LABEL) // (_LONGEST_LABEL + 1)))
    head = "".join("a" * _LONGEST_LABEL + "." for _ in range(full))
    rest_low, rest_high = max(1, low - len(head)), max(1, min(high - len(head), _LONGEST_LABEL))
    return _word(rest_low, max(rest_low, rest_high)).map(lambda word: head + word)


def _hostname(low: int, high: int | None) -> st.SearchStrategy[str]:
    most = low + _MORE + 12 if high is None else min(high, max(low, 12) + _MORE)
    ending = next((f".{each}" for each in _ENDINGS if len(each) + 2 <= most), "")
    room = max(1, most - len(ending))
    return _labels(max(1, low - len(ending)), room).map(lambda head: head + ending)


def _email(low: int, high: int | None) -> st.SearchStrategy[str]:
    most = max(low, 16) + _MORE if high is None else min(high, max(low, 16) + _MORE)
    ending = next(f"@{host}" for host in ("host.example", "a.test", "a.co") if _fits(host, most))
    room = most - len(ending)
    local_low = max(1, low - len(ending))
    if local_low <= _LONGEST_LOCAL:
        local = _local(local_low, max(local_low, min(room, _LONGEST_LOCAL)))
        return local.map(lambda text: text + ending)
    # Beyond what may stand before the @, the host is what is long.
    rest = low - _LONGEST_LOCAL - len("@.example")
    host = _labels(rest, max(rest, room - _LONGEST_LOCAL))
    return host.map(lambda text: "a" * _LONGEST_LOCAL + "@" + text + ".example")


def _fits(host: str, most: int) -> bool:
    return host == "a.co" or len(host) + 2 <= most


def _local(low: int, high: int) -> st.SearchStrategy[str]:
    """What stands before the @; dots and plus signs only inside."""
    if high < 3:
        return _word(low, high)
    inner_low = max(1, low - 2)
    inner = st.text(_ALNUM + "+-_", min_size=inner_low, max_size=max(inner_low, high - 2))
    return st.one_of(
        _word(low, high),
        st.builds(
            lambda first, middle, last: first + middle + last,
            st.sampled_from(_LETTERS),
            inner,
            st.sampled_from(_ALNUM),
        ),
    )


def _uri(low: int, high: int | None) -> st.SearchStrategy[str]:
    most = max(low, 24) + _MORE if high is None else min(high, max(low, 24) + _MORE)
    heads = [
        head
        for head in ("https://host.example/", "http://a.test:8080/", "urn:a:", "a:")
        if len(head) <= most
    ] or ["a:"]

    def after(head: str) -> st.SearchStrategy[str]:
        least = max(0, low - len(head))
        tail = st.text(_URI_TAIL, min_size=least, max_size=max(least, most - len(head)))
        return tail.map(lambda text: head + text)

    asked = "https://host.example/?q="
    options = [after(head) for head in heads]
    if len(asked) <= most:
        options.append(after(asked))
    return st.one_of(options)
