"""Servers that want to harm whoever tests them: nothing hangs, grows without end, or goes elsewhere."""

from __future__ import annotations

import gzip
import io
import json
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from specc.runtime import Actor, Broken, HostRefusedError, Response, Service, client, launch
from specc.runtime.decoding import decoded
from specc.runtime.load.parsing import LARGEST_HEAD, NotHttpError, Parsing
from specc.runtime.security.attempt import leaves
from specc.runtime.security.disclosure import inside
from specc.runtime.security.sql import _MESSAGE
from specc.runtime.security.tokens import _JWT

from .stage import Answer, Stage, head_of

GIGABYTE = 1 << 30
PIECE = b"x" * (1 << 16)


class Flood:
    """A server that says a head and then pieces, for as long as anyone listens."""

    def __init__(self, head: bytes, pieces: Callable[[], Iterator[bytes]]) -> None:
        self.head = head
        self.pieces = pieces
        self.sent = 0

    def serve(self, connection: socket.socket) -> None:
        try:
            head_of(connection)
            connection.sendall(self.head)
            for piece in self.pieces():
                connection.sendall(piece)
                self.sent += len(piece)
        except OSError:
            return


@contextmanager
def flooding(head: bytes, pieces: Callable[[], Iterator[bytes]]) -> Iterator[tuple[str, Flood]]:
    flood = Flood(head, pieces)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(20)

        def serve() -> None:
            try:
                while True:
                    connection, _ = listener.accept()
                    with connection:
                        flood.serve(connection)
            except OSError:
                return

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", flood
        client.close_idle()


def get(url: str, timeout: float = 20.0, **settings: object) -> Response:
    service = Service("flood", url=url, timeout=timeout)
    launch._held[service] = launch.Lease()
    return Actor("ann").request("GET", "/", service=service, **settings)  # type: ignore[arg-type]


def told(url: str, timeout: float = 20.0) -> str:
    with pytest.raises(Broken) as caught:
        get(url, timeout)
    return caught.value.mismatches[0].message


def endless(piece: bytes) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        for _ in range(GIGABYTE // len(piece)):
            yield piece

    return pieces


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % GIGABYTE, PIECE),
        (b"HTTP/1.1 200 OK\r\n\r\n", PIECE),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + PIECE + b"\r\n"),
    ],
    ids=["announced", "until it closes", "chunked"],
)
def test_a_gigabyte_is_not_read(head: bytes, piece: bytes) -> None:
    with flooding(head, endless(piece)) as (url, flood):
        tracemalloc.start()
        try:
            said = told(url)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert "at most 67,108,864 bytes are read" in said
        assert flood.sent < client.LARGEST * 1.5
        assert peak < client.LARGEST * 2


def test_a_body_that_drips_ends_with_the_time_it_has() -> None:
    def drip() -> Iterator[bytes]:
        while True:
            time.sleep(0.02)
            yield b"x"

    with flooding(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", drip) as (url, flood):
        assert told(url, 0.3) == "no complete answer within 0.3 s"
        assert flood.sent < 100


@pytest.mark.parametrize(
    ("head", "piece", "said"),
    [
        (b"HTTP/1.1 200 OK\r\n", b"Set-Cookie: a=b\r\n" * 1000, "the answer is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nX: ", PIECE, "the answer is not HTTP: LineTooLong"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000, "no complete answer within"),
        (b"HTTP/1.1 200 ", PIECE, "the answer is not HTTP: LineTooLong"),
    ],
    ids=["a million cookies", "a header without end", "informational answers", "a status line"],
)
def test_a_head_without_end_is_given_up(head: bytes, piece: bytes, said: str) -> None:
    with flooding(head, endless(piece)) as (url, _):
        tracemalloc.start()
        try:
            assert told(url, 2.0).startswith(said)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert peak < 20_000_000


def test_a_load_generator_gives_up_a_head_without_end() -> None:
    parsing = Parsing(bodiless=False)
    parsing.feed(b"HTTP/1.1 200 OK\r\n")
    line = b"Set-Cookie: a=b\r\n" * 100
    fed = 0
    with pytest.raises(NotHttpError, match="a head of more than"):
        while fed < 4 * LARGEST_HEAD:
            parsing.feed(line)
            fed += len(line)
    assert fed < 2 * LARGEST_HEAD


def bomb(layers: int, size: int) -> bytes:
    content = zlib.compress(b"\0" * size, 9, wbits=31)
    for _ in range(layers - 1):
        content = gzip.compress(content, mtime=0)
    return content


@pytest.mark.parametrize("layers", [1, 2])
def test_a_bomb_does_not_unfold(stage: Stage, layers: int) -> None:
    body = bomb(layers, 4 * client.LARGEST)
    head = (("Content-Encoding", ", ".join(["gzip"] * layers)),)
    stage.respond = lambda _: Answer(200, body, head)
    tracemalloc.start()
    try:
        said = told(stage.url)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert "once decompressed" in said
    assert peak < client.LARGEST * 4


def test_members_and_layers_without_end_are_not_undone() -> None:
    empty = gzip.compress(b"", mtime=0)
    content, why = decoded(empty * 1_000_000, "gzip", client.LARGEST)
    assert "more than 100 members" in why
    assert len(content) == len(empty) * 1_000_000
    _, why = decoded(empty, ", ".join(["gzip"] * 5000), client.LARGEST)
    assert why == "it is encoded 5,000 times over"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "location",
    [
        "http://elsewhere.example/x",
        "//elsewhere.example/x",
        "http://127.0.0.1.elsewhere.example/",
        "http://127.0.0.1@elsewhere.example/",
        "https://[2001:db8::1]/",
    ],
)
def test_a_redirect_leads_to_no_other_host(
    stage: Stage, status: int, location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    really = socket.getaddrinfo

    def looked_up(host: str, *rest: object, **more: object) -> object:
        asked.append(host)
        return really(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    stage.respond = lambda _: Answer(status, b"", (("Location", location),))
    with pytest.raises((HostRefusedError, Broken)):
        get(stage.url, follow=True)
    assert set(asked) <= {"127.0.0.1"}
    assert len(stage.asked) == 1


ESCAPES = "\x1b]0;owned\x07\x1b[2J\x9b31m"


def test_what_a_server_says_does_not_act_on_a_terminal() -> None:
    head = (
        f"HTTP/1.1 500 {ESCAPES}\r\nX-{'A'}: {ESCAPES}\r\nContent-Type: text/plain{ESCAPES}\r\n"
        f"Set-Cookie: {ESCAPES}={ESCAPES}\r\n\r\n{ESCAPES}"
    ).encode("latin-1")
    with flooding(head, lambda: iter(())) as (url, _):
        response = get(url)
        from specc.runtime import Finding

        text = str(Broken(Finding.saying(f"wrong: {response.reason}", response)))
    assert not {char for char in text if not char.isprintable() and char != "\n"}
    assert "owned" in text


def test_json_that_nests_too_deeply_is_no_json(stage: Stage) -> None:
    for deep in (150, 300, 900, 100_000):
        stage.respond = lambda _, deep=deep: Answer(  # type: ignore[misc]
            200, b"[" * deep + b"]" * deep, (("Content-Type", "application/json"),)
        )
        response = get(stage.url)
        if deep == 150:
            assert leaves(response.json) == []
        else:
            with pytest.raises(Broken, match="nests too deeply"):
                _ = response.json
    wide = json.dumps([[n, {"a": []}] for n in range(1000)]).encode()
    stage.respond = lambda _: Answer(200, wide)
    assert len(get(stage.url).json) == 1000


GREEDY = [
    "/app/" * 200_000,
    "/home/a" * 200_000,
    'near "' * 200_000,
    "\n" * 400_000 + "   at a" * 100_000,
    'File "a' * 200_000,
    "a" * 1_000_000 + ".rb",
    "eyJ" * 300_000,
    "eyJ." * 300_000,
    "   at " + "a." * 300_000,
]


@pytest.mark.parametrize("text", GREEDY, ids=[text.strip()[:8] for text in GREEDY])
def test_no_pattern_takes_for_ever(text: str) -> None:
    done = threading.Event()

    def look() -> None:
        inside(text)
        _MESSAGE.search(text)
        _JWT.search(text)
        done.set()

    threading.Thread(target=look, daemon=True).start()
    assert done.wait(30)


def test_odd_lengths_and_encodings(stage: Stage) -> None:
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:
        file.write(b"hello")
    stage.respond = lambda _: Answer(200, buffer.getvalue(), (("Content-Encoding", "gzip"),))
    assert get(stage.url).text == "hello"
