"""Awkward servers: what is right is taken, what is wrong is said, and nothing hangs."""

from __future__ import annotations

import gzip
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from specc.runtime import Actor, Contract, anonymous, equal
from specc.runtime.load.caller import Caller, FlowEndedError
from specc.runtime.load.identities import Sampling
from specc.runtime.load.prepared import call
from specc.runtime.load.tally import Series

from .awkward import Exchange, awkward, plain
from .calling import Calling, at


def test_many_requests_share_a_connection() -> None:
    with awkward(lambda it: it.send(plain(b'{"n":%d}' % it.number))) as server:
        calling = at(server.url)
        prepared = calling.prepared()
        found = [calling.caller.send(prepared)["n"] for _ in range(50)]
    assert found == list(range(50))
    assert server.connections == 1
    assert len(server.requests) == calling.tally.series["thing"].measured + 50


def test_equal_answers_are_one_answer() -> None:
    with awkward(lambda it: it.send(plain(b'{"n":1}'))) as server:
        calling = at(server.url)
        prepared = calling.prepared()
        first, second = calling.caller.send(prepared), calling.caller.send(prepared)
        apart = calling.prepared(whole=True)
        third, fourth = calling.caller.send(apart), calling.caller.send(apart)
    assert first is second
    assert third is not fourth


def test_an_answer_in_single_bytes() -> None:
    def answer(it: Exchange) -> None:
        for byte in plain(b'{"n":1}', "X-Odd: yes"):
            it.send(bytes([byte]))
            time.sleep(0.0005)

    with awkward(answer) as server:
        calling = at(server.url)
        response = calling.caller.send(calling.prepared())
    assert response["n"] == 1
    assert response.header("x-odd") == "yes"


def test_chunks() -> None:
    body = b'{"text":"' + b"x" * 5000 + b'"}'
    pieces = [body[start : start + 700] for start in range(0, len(body), 700)]

    def answer(it: Exchange) -> None:
        it.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for piece in pieces:
            it.send(b"%x;ext=1\r\n%b\r\n" % (len(piece), piece))
        it.send(b"0\r\nTrailer: t\r\n\r\n")

    with awkward(answer) as server:
        calling = at(server.url)
        prepared = calling.prepared()
        for _ in range(3):
            assert len(calling.caller.send(prepared)["text"]) == 5000
    assert server.connections == 1


def test_compressed() -> None:
    packed = gzip.compress(b'{"n":1}')
    with awkward(lambda it: it.send(plain(packed, "Content-Encoding: gzip"))) as server:
        calling = at(server.url)
        assert calling.caller.send(calling.prepared())["n"] == 1


def test_a_large_body() -> None:
    body = b'"' + b"x" * 3_000_000 + b'"'
    with awkward(lambda it: it.send(plain(body))) as server:
        calling = at(server.url)
        prepared = calling.prepared()
        assert len(calling.caller.send(prepared).content) == len(body)
        assert len(calling.caller.send(prepared).content) == len(body)
    assert server.connections == 1


def test_a_large_request() -> None:
    text = "y" * 3_000_000

    def answer(it: Exchange) -> None:
        it.send(plain(b'{"n":%d}' % len(it.body)))

    with awkward(answer) as server:
        calling = at(server.url)
        prepared = calling.prepared("POST", body={"text": text})
        assert calling.caller.send(prepared)["n"] == len(text) + 11


def test_the_server_closes_when_it_says_so() -> None:
    def answer(it: Exchange) -> None:
        it.send(plain(b"{}", "Connection: close"))
        it.close = True

    with awkward(answer) as server:
        calling = at(server.url)
        prepared = calling.prepared()
        for _ in range(5):
            calling.caller.send(prepared)
    assert server.connections == 5
    assert not calling.series.failed


def test_a_body_that_the_end_of_the_connection_ends() -> None:
    def answer(it: Exchange) -> None:
        it.send(b'HTTP/1.1 200 OK\r\n\r\n{"n":1}')
        it.close = True

    with awkward(answer) as server:
        calling = at(server.url)
        prepared = calling.prepared()
        assert [calling.caller.send(prepared)["n"] for _ in range(3)] == [1, 1, 1]
    assert server.connections == 3


@pytest.mark.parametrize("pause", [0.0, 0.1])
def test_a_kept_connection_that_is_closed_without_a_word(pause: float) -> None:
    def answer(it: Exchange) -> None:
        it.send(plain(b"{}"))
        it.close = it.number % 2 == 1

    with awkward(answer) as server:
        calling = at(server.url)
        prepared = calling.prepared()
        for _ in range(6):
            calling.caller.send(prepared)
            time.sleep(pause)
    assert server.connections == 3
    assert not calling.series.failed


def test_what_may_have_been_acted_on_is_not_sent_again() -> None:
    def answer(it: Exchange) -> None:
        if it.number:
            it.close = True
        else:
            it.send(plain(b"{}"))

    with awkward(answer) as server:
        calling = at(server.url)
        prepared = calling.prepared("POST", body={})
        calling.caller.send(prepared)
        said = calling.fails(prepared)
        assert "closed the connection" in said
    assert len(server.requests) == 2


def test_continue_and_early_hints_come_before_the_answer() -> None:
    def answer(it: Exchange) -> None:
        it.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        it.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n")
        it.send(plain(b'{"n":1}'))

    with awkward(answer) as server:
        calling = at(server.url)
        prepared = calling.prepared("POST", body={})
        for _ in range(3):
            response = calling.caller.send(prepared)
            assert response["n"] == 1
            assert response.header("Link") is None
    assert server.connections == 1


def test_an_early_answer_to_a_large_request() -> None:
    def answer(it: Exchange) -> None:
        it.send(plain(b"{}", "Connection: close", status="413 Too Large"))
        time.sleep(0.2)
        it.close = True

    with awkward(answer, reads_bodies=False) as server:
        calling = at(server.url, timeout=5.0)
        prepared = calling.prepared("POST", body={"text": "z" * 9_900_000}, expects=413)
        response = calling.caller.send(prepared)
    assert response.status == 413
    assert not calling.series.lost


def test_half_closed() -> None:
    def answer(it: Exchange) -> None:
        it.send(b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n")
        time.sleep(0.05)
        it.send(b'{"n":1}')
        it.sock.shutdown(socket.SHUT_WR)

    with awkward(answer) as server:
        calling = at(server.url)
        prepared = calling.prepared()
        assert calling.caller.send(prepared)["n"] == 1
        assert calling.caller.send(prepared)["n"] == 1


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (b"garbage\r\n\r\n", "not HTTP"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort", "broke off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "broke off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Le", "broke off"),
        (b"", "closed the connection without an answer"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc", "not HTTP"),
    ],
)
def test_no_answer_at_all(sent: bytes, said: str) -> None:
    def answer(it: Exchange) -> None:
        it.send(sent)
        it.close = True

    with awkward(answer) as server:
        calling = at(server.url)
        assert said in calling.fails(calling.prepared())
    assert calling.series.lost == 1
    assert not calling.series.samples


def test_a_slow_server_is_given_its_time_and_no_more() -> None:
    def answer(it: Exchange) -> None:
        it.send(b"HTTP/1.1 200 OK\r\n")
        time.sleep(30)

    with awkward(answer) as server:
        calling = at(server.url, timeout=0.3)
        before = time.monotonic()
        assert "within 0.3 s" in calling.fails(calling.prepared())
        assert time.monotonic() - before < 5
    assert calling.series.samples[0] >= 300_000
    assert not calling.series.lost


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    calling = at(f"http://127.0.0.1:{port}")
    assert "nothing listens" in calling.fails(calling.prepared())
    assert calling.series.lost == 1


def test_words_that_nobody_asked_for_end_the_connection() -> None:
    def answer(it: Exchange) -> None:
        it.send(plain(b'{"n":1}') + plain(b'{"n":"not asked for"}'))

    with awkward(answer) as server:
        calling = at(server.url)
        prepared = calling.prepared()
        assert [calling.caller.send(prepared)["n"] for _ in range(3)] == [1, 1, 1]
    assert server.connections == 3


@pytest.mark.parametrize("status", ["204 No Content", "304 Not Modified"])
def test_statuses_without_a_body(status: str) -> None:
    with awkward(lambda it: it.send(f"HTTP/1.1 {status}\r\n\r\n".encode())) as server:
        calling = at(server.url)
        prepared = calling.prepared(expects=int(status[:3]))
        for _ in range(3):
            assert calling.caller.send(prepared).content == b""
    assert server.connections == 1


def test_head_has_no_body_whatever_it_says() -> None:
    with awkward(lambda it: it.send(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")) as server:
        calling = at(server.url)
        prepared = calling.prepared("HEAD")
        for _ in range(3):
            assert calling.caller.send(prepared).content == b""
    assert server.connections == 1


def test_credentials_and_cookies_are_sent() -> None:
    with awkward(lambda it: it.send(plain(b"{}"))) as server:
        calling = Calling(
            at(server.url).service, Actor("a").bearer("kq8Zx1vW-token").cookie("sid", "kq8Zx1vW-42")
        )
        calling.caller.send(calling.prepared())
    assert b"Authorization: Bearer kq8Zx1vW-token\r\n" in server.requests[0]
    assert b"Cookie: sid=kq8Zx1vW-42\r\n" in server.requests[0]


def test_new_credentials_are_used_at_once() -> None:
    with awkward(lambda it: it.send(plain(b"{}"))) as server:
        actor = Actor("a").bearer("kq8Zx1vW-one")
        calling = Calling(at(server.url).service, actor)
        prepared = calling.prepared()
        calling.caller.send(prepared)
        actor.bearer("kq8Zx1vW-two")
        calling.caller.send(prepared)
    assert b"Bearer kq8Zx1vW-one" in server.requests[0]
    assert b"Bearer kq8Zx1vW-two" in server.requests[1]


def test_a_wrong_status_ends_the_flow_and_is_counted() -> None:
    with awkward(lambda it: it.send(plain(b"{}", status="500 Oops"))) as server:
        calling = at(server.url)
        prepared = calling.prepared()
        for _ in range(10):
            said = calling.fails(prepared)
    assert said.startswith("status: expected 200, got 500")
    assert "t.bts:2" in said
    assert calling.series.failed == 10
    assert len(calling.series.samples) == 10


def test_expectations_are_counted_against_what_they_are_about() -> None:
    with awkward(lambda it: it.send(plain(b'{"n":1}'))) as server:
        calling = at(server.url)
        prepared = calling.prepared()
        for _ in range(3):
            response = calling.caller.send(prepared)
            with calling.caller.check("t.bts:3", "thing.n == 2", response):
                equal(response["n"], 2)
            calling.caller.settle()
    assert calling.series.failed == 3
    assert list(calling.series.kinds.values()) == [3]
    assert "t.bts:3" in next(iter(calling.series.kinds))


def test_a_request_fails_once_however_much_is_wrong_with_it() -> None:
    wrong = Contract("Thing", {"type": "object", "required": ["id"]})
    with awkward(lambda it: it.send(plain(b'{"n":1}', "Content-Type: application/json"))) as server:
        calling = at(server.url)
        endpoint = calling.endpoint(returns={200: wrong})
        prepared = call(endpoint, expects=200, at="t.bts:2")
        flow = calling.tally.of_flow("flow")
        for _ in range(5):
            response = calling.caller.send(prepared)
            with calling.caller.check("t.bts:3", "thing.n == 2", response):
                equal(response["n"], 2)
            with calling.caller.check("t.bts:4", "thing.n == 3", response):
                equal(response["n"], 3)
            calling.caller.stumble(KeyError("id"), flow)
            calling.caller.end(flow)
    assert calling.series.failed == 5
    assert list(calling.series.kinds.values()) == [5]
    assert sum(flow.kinds.values()) == 5


def test_what_an_earlier_answer_breaks_is_counted_whoever_sends_next() -> None:
    with awkward(lambda it: it.send(plain(b'{"n":1}'))) as server:
        calling = at(server.url)
        prepared = calling.prepared()
        flow = calling.tally.of_flow("flow")
        for _ in range(3):
            response = calling.caller.send(prepared)
            with calling.caller.check("t.bts:3", "1 == 2"):
                equal(response["n"], 2)
            calling.caller.acting(anonymous).send(prepared)
            calling.caller.end(flow)
    assert calling.series.failed == 3
    assert len(server.requests) == 6


def test_who_listens_is_told_once_of_each_request_and_of_what_came_out_later() -> None:
    told: list[tuple[str, str | None]] = []

    def listen(series: Series, latency: int, octets: int) -> Callable[[str | None], None]:
        return lambda wrong: told.append((series.name, wrong))

    def answer(it: Exchange) -> None:
        if it.number == 4:
            it.close = True
        else:
            it.send(plain(b'{"n":%d}' % it.number))

    with awkward(answer) as server:
        calling = at(server.url)
        identities = calling.caller.identities
        caller = Caller(calling.caller.identity, identities, Sampling(1.0), listen)
        prepared, flow = calling.prepared("POST"), calling.tally.of_flow("flow")
        for number in range(3):
            response = caller.send(prepared)
            with caller.check("t.bts:3", "n is even", response):
                equal(response["n"] % 2, 0)
            assert len(told) == number
            caller.end(flow)
        caller.send(prepared)
        with pytest.raises(FlowEndedError):
            caller.send(prepared)
        caller.end(flow)
    assert [wrong is not None for _, wrong in told] == [False, True, False, False, True]
    assert "t.bts:3" in str(told[1][1])
    assert calling.tally.of("thing", "POST").failed == 2


def test_the_contract_is_checked_by_sampling() -> None:
    wrong = Contract("Thing", {"type": "object", "required": ["id"]})
    with awkward(
        lambda it: it.send(plain(b'{"n":%d}' % it.number, "Content-Type: application/json"))
    ) as server:
        calling = Calling(at(server.url).service, share=0.1)
        endpoint = calling.endpoint(returns={200: wrong})
        prepared = call(endpoint, expects=200, at="t.bts:2")
        for _ in range(100):
            calling.caller.send(prepared)
    assert calling.series.failed == 10


def test_an_attempt_that_fails_counts_only_if_none_holds() -> None:
    def answer(it: Exchange) -> None:
        late = it.number < 3
        it.send(plain(b'{"n":%d}' % it.number, status="404 No" if late else "200 OK"))

    with awkward(answer) as server:
        calling = at(server.url)
        prepared = calling.prepared()
        for attempt in calling.caller.eventually(within=5.0, every=0.01):
            with attempt:
                response = calling.caller.send(prepared)
                with calling.caller.check("t.bts:3", "n >= 5", response):
                    equal(response["n"], 5)
    assert not calling.series.failed
    assert not calling.caller.check.recorded
    assert len(server.requests) == 6


def test_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import ssl

    from specc.runtime.connection import tls_context

    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("openssl makes no certificate here")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    body = b'{"text":"' + b"x" * 100_000 + b'"}'
    with awkward(lambda it: it.send(plain(body)), context) as server:
        calling = at(server.url)
        assert "certificate" in calling.fails(calling.prepared())
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        tls_context.cache_clear()
        try:
            prepared = calling.prepared("POST", body={"text": "q" * 200_000})
            for _ in range(3):
                assert len(calling.caller.send(prepared)["text"]) == 100_000
        finally:
            tls_context.cache_clear()
    assert server.connections == 2


def test_a_flow_goes_on_after_a_lost_connection() -> None:
    def answer(it: Exchange) -> None:
        if it.number == 1:
            it.send(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")
            it.close = True
        else:
            it.send(plain(b"{}"))

    with awkward(answer) as server:
        calling = at(server.url)
        prepared = calling.prepared()
        calling.caller.send(prepared)
        with pytest.raises(FlowEndedError):
            calling.caller.send(prepared)
        calling.caller.send(prepared)
    assert server.connections == 2
