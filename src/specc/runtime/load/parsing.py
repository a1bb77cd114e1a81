"""An answer that comes in pieces, or in any other way than head and plain body at once."""

from __future__ import annotations

import httptools

from specc.runtime.client import LARGEST
from specc.runtime.connection import TooLargeError
from specc.runtime.load.heads import Head, head_of

LARGEST_HEAD = 1 << 20
"""Bytes that may come before the body, informational answers among them."""


class NotHttpError(Exception):
    """What came is no HTTP answer."""


class BrokenOffError(Exception):
    """An answer ended before it was whole."""


class Parsing:
    """One answer being read. `head` is there once it is read, `done` says that all is."""

    def __init__(self, *, bodiless: bool) -> None:
        self.bodiless = bodiless
        self.done = False
        self.stray = False
        self.head: Head | None = None
        self.started = False
        self._parser = httptools.HttpResponseParser(self)
        self._reason = b""
        self._pairs: list[tuple[str, str]] = []
        self._chunks: list[bytes] = []
        self._size = 0
        self._first = b""
        self._head_size = 0

    @property
    def body(self) -> bytes:
        """The body as far as it came, its transfer encoding undone."""
        return self._chunks[0] if len(self._chunks) == 1 else b"".join(self._chunks)

    @property
    def keeps(self) -> bool:
        """Whether the connection may be used again after this answer."""
        return self.done and not self.stray and self.head is not None and self.head.keeps

    def feed(self, data: bytes) -> None:
        """Read on. Raises NotHttpError, or TooLargeError for a body that is too large."""
        self.started = True
        if self.head is None:
            self._first = (self._first + data)[:60]
            if self._head_size > LARGEST_HEAD:
                raise NotHttpError(f"a head of more than {LARGEST_HEAD:,} bytes")
            self._head_size += len(data)
        if self.done:
            self.stray = True
            return
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self.done = self.stray = True  # another protocol follows: nothing for us
        except httptools.HttpParserCallbackError as wrong:
            cause = wrong.__cause__ or wrong.__context__
            raise cause if isinstance(cause, TooLargeError) else NotHttpError(str(wrong)) from None
        except httptools.HttpParserError as wrong:
            if self._is_done():
                self.stray = True
                return
            where = "its body" if self.head is not None else f"it starts with {self._first!r}"
            raise NotHttpError(f"{wrong} ({where})") from None

    def _is_done(self) -> bool:
        return self.done

    def end(self) -> None:
        """The other side has closed. Raises BrokenOffError if the answer needed more."""
        if self.done:
            return
        head = self.head
        framed = head is not None and (
            "Content-Length" in head.headers or "Transfer-Encoding" in head.headers
        )
        if head is None or framed:
            if not self.started:
                raise BrokenOffError("closed the connection without an answer")
            where = f"after {self._size:,} bytes of its body" if head else "within its head"
            raise BrokenOffError(f"broke off the answer {where}")
        self.done = self.stray = True  # that was the body's end, and the connection's

    # What httptools calls.

    def on_message_begin(self) -> None:
        if self.done:
            self.stray = True

    def on_status(self, reason: bytes) -> None:
        if not self.done:
            self._reason += reason

    def on_header(self, name: bytes, value: bytes) -> None:
        # Trailers come after the head; nobody has asked for them.
        if self.head is None:
            self._pairs.append((name.decode("latin-1"), value.decode("latin-1")))

    def on_headers_complete(self) -> None:
        if self.done or self._informs():
            return
        self.head = head_of(self._parser, self._reason, self._pairs)
        if self.bodiless:
            self.done = True

    def _informs(self) -> bool:
        return 100 <= self._parser.get_status_code() < 200 and (
            self._parser.get_status_code() != 101
        )

    def on_body(self, chunk: bytes) -> None:
        if self.done:
            self.stray = True
            return
        self._size += len(chunk)
        if self._size > LARGEST:
            raise TooLargeError(f"more than {LARGEST:,} bytes")
        self._chunks.append(chunk)

    def on_message_complete(self) -> None:
        if self.head is None:  # 100 Continue and its like: the answer is yet to come
            self._reason, self._pairs = b"", []
            return
        self.done = True
