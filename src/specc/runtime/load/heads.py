"""Heads of answers, each understood once: most answers of a second have the very same one."""

from __future__ import annotations

import re

import attrs
import httptools

from specc.runtime.exchange import Headers

_MOST = 4096
"""Heads that are remembered. A server that gives each answer an id of its own has many."""


@attrs.frozen
class Head:
    """The head of an answer. `length` is None where only the body itself says where it ends."""

    status: int
    reason: str
    headers: Headers
    length: int | None
    keeps: bool
    """Whether the connection may be used again."""


class _Heard:
    """What httptools calls back with."""

    def __init__(self) -> None:
        self.reason = b""
        self.pairs: list[tuple[str, str]] = []

    def on_status(self, reason: bytes) -> None:
        self.reason += reason

    def on_header(self, name: bytes, value: bytes) -> None:
        self.pairs.append((name.decode("latin-1"), value.decode("latin-1")))


class Heads:
    """The heads that were met of late, by their bytes."""

    def __init__(self) -> None:
        self.known: dict[bytes, Head | None] = {}

    def plain(self, data: bytes) -> Head | None:
        """The head whose bytes these are, if what follows it is simply so many bytes of body.

        None for all that takes a parser: chunks, bodies that the end of the connection ends,
        informational answers, statuses without a body, garbage.
        """
        try:
            return self.known[data]
        except KeyError:
            if len(self.known) >= _MOST:
                self.known.clear()
            head = self.known[data] = _plain(data)
            return head


_SIMPLE = re.compile(
    rb"HTTP/1\.1 ([2-5][0-9]{2})(?: ([ -~]*))?\r\n"
    rb"((?:[A-Za-z0-9_-]+:[ ]?[!-~]?(?:[ -~]*[!-~])?\r\n)*)\r\n"
).fullmatch
"""Heads that nobody can read in two ways: of all others a parser decides what they are."""
_KEPT = ("connection", "keep-alive")
_FRAMING = frozenset({"content-length", "transfer-encoding", "connection", "upgrade"})


def simple(data: bytes) -> Head | None:
    """What a simple head says, without a parser; None if it is not as simple as that.

    A server that gives each answer an id of its own has no head twice.
    """
    found = _SIMPLE(data)
    if found is None:
        return None
    status = int(found[1])
    if status in (204, 304):
        return None
    pairs: list[tuple[str, str]] = []
    length = -1
    for line in found[3].decode("ascii").split("\r\n")[:-1]:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        lower = name.lower()
        if lower in _FRAMING and (lower, value.lower()) != _KEPT:
            if lower != "content-length" or length >= 0 or not value.isdecimal():
                return None
            if len(value) > 15:
                return None
            length = int(value)
        pairs.append((name, value))
    if length < 0:
        return None
    return Head(status, (found[2] or b"").decode("ascii"), Headers(pairs), length, True)


def _plain(data: bytes) -> Head | None:
    head = simple(data)
    return head if head is not None else _parsed(data)


def _parsed(data: bytes) -> Head | None:
    heard = _Heard()
    parser = httptools.HttpResponseParser(heard)
    try:
        parser.feed_data(data)
    except (httptools.HttpParserError, httptools.HttpParserUpgrade):
        return None
    head = head_of(parser, heard.reason, heard.pairs)
    lengths = head.headers.get_all("Content-Length")
    if head.status < 200 or head.status in (204, 304) or len(lengths) != 1:
        return None
    if (
        not lengths[0].isascii()
        or not lengths[0].isdecimal()
        or "Transfer-Encoding" in head.headers
    ):
        return None
    return attrs.evolve(head, length=int(lengths[0]))


def head_of(
    parser: httptools.HttpResponseParser, reason: bytes, pairs: list[tuple[str, str]]
) -> Head:
    """The head that a parser has just read."""
    return Head(
        parser.get_status_code(),
        reason.decode("latin-1"),
        Headers(pairs),
        None,
        parser.should_keep_alive(),
    )
