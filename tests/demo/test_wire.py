"""No request, however malformed, ends in a crash or a hang."""

import socket
import time
from http.client import HTTPConnection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specc.serving.wire import MOST_BODY_BYTES, MOST_HEADERS

from .visitor import Visitor

HOST = b"Host: shop\r\n"


def _send(shop: Visitor, raw: bytes, *, half_close: bool = False) -> bytes:
    """All that the shop says to these bytes until it ends the connection."""
    with socket.create_connection(shop.address, timeout=5) as connection:
        try:
            connection.sendall(raw)
            if half_close:
                connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65_536), b""))
        except ConnectionError:
            return b""


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (b"GET /healthz\r\n\r\n", 400),
        (b"GET /a b HTTP/1.1\r\n" + HOST + b"\r\n", 400),
        (b"GET healthz HTTP/1.1\r\n" + HOST + b"\r\n", 400),
        (b"OPTIONS * HTTP/1.1\r\n" + HOST + b"\r\n", 400),
        (b"GET /healthz HTTP/1.1\r\n\r\n", 400),
        (b"GET /healthz HTTP/1.1\r\n" + HOST * 2 + b"\r\n", 400),
        (b"GET /healthz HTTP/1.1\r\n" + HOST + b"no colon\r\n\r\n", 400),
        (b"GET /healthz HTTP/1.1\r\n" + HOST + b"Name : x\r\n\r\n", 400),
        (b"GET /healthz HTTP/1.1\r\n" + HOST + b"X: a\r\n folded\r\n\r\n", 400),
        (b"GET /healthz HTTP/1.1\r\n" + HOST + b"X: a\rb\r\n\r\n", 400),
        (b"GET /healthz HTTP/2.0\r\n" + HOST + b"\r\n", 505),
        (b"GET /" + b"a" * 10_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", 414),
        (b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 10_000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\n" + HOST + b"X: a\r\n" * MOST_HEADERS + b"\r\n", 431),
        (b"POST /login HTTP/1.1\r\n" + HOST + b"Content-Length: -1\r\n\r\n", 400),
        (b"POST /login HTTP/1.1\r\n" + HOST + b"Content-Length: 1_0\r\n\r\n", 400),
        (
            b"POST /login HTTP/1.1\r\n" + HOST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
            400,
        ),
        (b"POST /login HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
        (b"GET http://shop HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n", 404),
    ],
)
def test_a_malformed_request_is_refused(shop: Visitor, raw: bytes, status: int) -> None:
    answer = _send(shop, raw)
    assert answer.startswith(b"HTTP/1.1 %d " % status)
    assert b"Content-Type: application/problem+json" in answer
    assert b"X-Content-Type-Options: nosniff" in answer


@given(
    raw=st.binary(max_size=200)
    | st.binary(max_size=60).map(lambda noise: b"POST /orders HTTP/1.1\r\n" + HOST + noise)
)
@settings(max_examples=100, deadline=None)
def test_noise_is_answered_or_dropped(shop: Visitor, raw: bytes) -> None:
    answer = _send(shop, raw, half_close=True)
    assert not answer or answer.startswith((b"HTTP/1.1 4", b"HTTP/1.1 505"))


def test_a_client_that_leaves_is_no_event(shop: Visitor, capfd: pytest.CaptureFixture[str]) -> None:
    for raw in (
        b"",
        b"GET /hea",
        b"GET /healthz HTTP/1.1\r\nHo",
        b"POST /login HTTP/1.1\r\n" + HOST + b"Content-Length: 9\r\n\r\n{",
    ):
        assert _send(shop, raw, half_close=True) == b""
    with socket.create_connection(shop.address) as rude:
        rude.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        rude.sendall(b"GET /healthz HTTP/1.1\r\n" + HOST + b"\r\n")
    time.sleep(0.05)
    assert shop.call("GET", "/healthz").status == 200
    assert capfd.readouterr().err == ""


def test_a_body_that_is_too_large_is_refused_legibly(shop: Visitor) -> None:
    assert shop.call("POST", "/orders", b"x" * (MOST_BODY_BYTES + 1)).status == 413
    assert shop.call("POST", "/orders", b"x" * MOST_BODY_BYTES).status == 422


def test_one_connection_serves_many_requests(shop: Visitor) -> None:
    connection = HTTPConnection(*shop.address)
    for method, path, status in (
        ("GET", "/healthz", 200),
        ("HEAD", "/healthz", 200),
        ("POST", "/login", 415),
        ("GET", "/nothing", 404),
    ) * 3:
        connection.request(method, path, "{}" if method == "POST" else None)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == status
    connection.close()


def test_requests_may_be_pipelined_and_the_last_one_may_close(shop: Visitor) -> None:
    one = b"GET /healthz HTTP/1.1\r\n" + HOST
    answer = _send(shop, one + b"\r\n" + b"\r\n" + one + b"Connection: close\r\n\r\n")
    assert answer.count(b"HTTP/1.1 200 OK") == 2


def test_http_1_0_closes_after_one_answer(shop: Visitor) -> None:
    assert _send(shop, b"GET /healthz HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 200")


def test_a_client_may_ask_before_it_sends_the_body(shop: Visitor) -> None:
    with socket.create_connection(shop.address, timeout=5) as connection:
        connection.sendall(
            b"POST /login HTTP/1.1\r\n" + HOST + b"Content-Length: 2\r\n"
            b"Content-Type: application/json\r\nExpect: 100-continue\r\n\r\n"
        )
        assert connection.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(b"{}")
        assert connection.recv(1_000).startswith(b"HTTP/1.1 422 ")


def test_a_stalled_client_is_told_so(shop: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("specc.serving.wire.STALL_SECONDS", 0.05)
    monkeypatch.setattr("specc.serving.wire.LINGER_SECONDS", 0.05)
    assert _send(shop, b"GET /healthz HTTP/1.1\r\n").startswith(b"HTTP/1.1 408 ")
