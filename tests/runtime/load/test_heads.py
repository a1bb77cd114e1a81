"""Heads that are read without a parser are read as the parser reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.runtime.load.heads import Heads, _parsed, simple

NAMES = st.sampled_from(
    [
        "Content-Type",
        "X-Id",
        "Location",
        "Content-Length",
        "CONTENT-LENGTH",
        "Connection",
        "Transfer-Encoding",
        "Upgrade",
        "Set-Cookie",
        "X y",
        "",
        "Ä",
        "Keep-Alive",
    ]
)
VALUES = st.one_of(
    st.sampled_from(["0", "27", "+1", "1_0", "٣", "1, 1", "close", "keep-alive", "chunked", "h2c"]),
    st.text(st.characters(min_codepoint=9, max_codepoint=255), max_size=12),
)
SPACES = st.sampled_from(["", " ", "  ", "\t"])
LINES = st.lists(st.tuples(NAMES, SPACES, VALUES, SPACES), max_size=5)
STARTS = st.sampled_from(
    [
        "HTTP/1.1 200 OK",
        "HTTP/1.1 200",
        "HTTP/1.1 200 ",
        "HTTP/1.0 200 OK",
        "HTTP/1.1 404 No way",
        "HTTP/1.1 204 No",
        "HTTP/1.1 100 Continue",
        "HTTP/1.1 99 x",
        "HTTP/2 200 OK",
        "http/1.1 200 x",
    ]
)


@given(STARTS, LINES)
def test_it_says_what_the_parser_says(start: str, lines: list[tuple[str, str, str, str]]) -> None:
    text = "".join(f"{name}:{before}{value}{after}\r\n" for name, before, value, after in lines)
    data = f"{start}\r\n{text}\r\n".encode("latin-1", "replace")
    found = simple(data)
    if found is None:
        return
    parsed = _parsed(data)
    assert parsed is not None
    assert (found.status, found.reason, found.length) == (
        *(parsed.status, parsed.reason, parsed.length),
    )
    # Of an answer without a body the parser has forgotten it when it is asked.
    assert found.keeps == (parsed.keeps or not found.length)
    assert found.headers.items() == parsed.headers.items()


@given(st.binary(max_size=80))
def test_any_bytes(data: bytes) -> None:
    Heads().plain(b"HTTP/1.1 200 OK\r\n" + data + b"\r\n\r\n")


@pytest.mark.parametrize(
    "more",
    [
        "Content-Length: 5\r\nContent-Length: 6\r\n",
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Content-Length: -1\r\n",
        "Content-Length:5 \r\nX: a\r\n folded\r\n",
        "",
    ],
)
def test_what_is_not_simple_is_left_to_the_parser(more: str) -> None:
    assert simple(f"HTTP/1.1 200 OK\r\n{more}\r\n".encode()) is None


def test_the_usual_is_simple() -> None:
    head = simple(
        b"HTTP/1.1 201 Created\r\nX-Id: a: b\r\nEmpty:\r\ncontent-length: 12\r\n"
        b"Connection: Keep-Alive\r\n\r\n"
    )
    assert head is not None
    assert (head.status, head.reason, head.length, head.keeps) == (201, "Created", 12, True)
    assert head.headers.items() == [
        ("X-Id", "a: b"),
        ("Empty", ""),
        ("content-length", "12"),
        ("Connection", "Keep-Alive"),
    ]
