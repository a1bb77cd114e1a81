"""Whole runs against servers with habits of their own: what they count is what we count."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable

import pytest

from specc.runtime import Contract, Endpoint, equal
from specc.runtime.load.caller import Caller
from specc.runtime.load.prepared import call
from specc.runtime.load.profile import Profile
from specc.runtime.load.stages import Stages, hold

from .awkward import Exchange, awkward, plain
from .running import run_of, service

BODY = b'{"id": 1, "text": "' + b"x" * 3000 + b'"}'
JSON = "Content-Type: application/json"
CHUNKED = f"HTTP/1.1 200 OK\r\n{JSON}\r\nTransfer-Encoding: chunked\r\n"


def pieces(it: Exchange, data: bytes, count: int) -> None:
    size = -(-len(data) // count)
    for start in range(0, len(data), size):
        it.send(data[start : start + size])
        time.sleep(0.0005)


def usual(it: Exchange) -> None:
    it.send(plain(BODY, JSON))


def other_each_time(it: Exchange) -> None:
    it.send(plain(BODY[:-1] + b', "n": %d}' % it.number, JSON, f"X-Request-Id: {it.number}"))


def chunks(it: Exchange) -> None:
    it.send(f"{CHUNKED}\r\n".encode())
    for start in range(0, len(BODY), 700):
        part = BODY[start : start + 700]
        it.send(b"%x;note=1\r\n%b\r\n" % (len(part), part))
    it.send(b"0\r\n\r\n")


def chunks_with_trailers(it: Exchange) -> None:
    it.send(f"{CHUNKED}Trailer: X-Sum\r\n\r\n".encode())
    it.send(b"%X\r\n%b\r\n0\r\nX-Sum: 1\r\n\r\n" % (len(BODY), BODY))


def zipped(it: Exchange) -> None:
    it.send(plain(gzip.compress(BODY), JSON, "Content-Encoding: gzip"))


def deflated_chunks(it: Exchange) -> None:
    body = zlib.compress(BODY)
    it.send(f"{CHUNKED}Content-Encoding: deflate\r\n\r\n".encode())
    it.send(b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))


def says_close(it: Exchange) -> None:
    it.send(plain(BODY, JSON, "Connection: close"))
    it.close = True


def closes_without_a_word(it: Exchange) -> None:
    it.send(plain(BODY, JSON))
    it.close = True


def ends_with_the_connection(it: Exchange) -> None:
    it.send(f"HTTP/1.1 200 OK\r\n{JSON}\r\n\r\n".encode() + BODY)
    it.close = True


def of_http_1_0(it: Exchange) -> None:
    it.send(plain(BODY, JSON).replace(b"HTTP/1.1", b"HTTP/1.0"))
    it.close = True


def single_bytes(it: Exchange) -> None:
    for byte in plain(b'{"id": 1}', JSON):
        it.send(bytes([byte]))


def three_pieces(it: Exchange) -> None:
    pieces(it, plain(BODY, JSON), 3)


def continues_first(it: Exchange) -> None:
    it.send(b"HTTP/1.1 100 Continue\r\n\r\n")
    it.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + plain(BODY, JSON))


def more_than_asked_for(it: Exchange) -> None:
    it.send(plain(BODY, JSON) + plain(b'{"id": 2}', JSON))


def folded_in_capitals(it: Exchange) -> None:
    it.send(
        b"HTTP/1.1 200\r\nCONTENT-TYPE:application/json\r\nCONTENT-LENGTH:9\r\n\r\n" + b'{"id": 1}'
    )


HABITS: list[Callable[[Exchange], None]] = [
    usual,
    other_each_time,
    chunks,
    chunks_with_trailers,
    zipped,
    deflated_chunks,
    says_close,
    closes_without_a_word,
    ends_with_the_connection,
    of_http_1_0,
    single_bytes,
    three_pieces,
    continues_first,
    more_than_asked_for,
    folded_in_capitals,
]


@pytest.mark.parametrize("answer", HABITS, ids=lambda answer: answer.__name__)
@pytest.mark.parametrize("wanted", [1, 2], ids=["right", "wrong"])
def test_the_server_counts_what_we_count(answer: Callable[[Exchange], None], wanted: int) -> None:
    with awkward(answer) as server:
        place = service(server.url)
        thing = Contract("Thing", {"type": "object", "required": ["id"]})
        endpoint = Endpoint("get", "GET", "/x", spec="t.bts:1", service=place, returns={200: thing})
        get = call(endpoint, expects=200, at="t.bts:2")

        def browse(caller: Caller) -> None:
            found = caller.send(get)
            with caller.check("t.bts:3", "id", found):
                equal(found["id"], wanted)

        run = run_of(
            Profile(
                "p",
                {browse: 1},
                at="t.bts:4",
                services=(place,),
                arrivals=Stages(hold(80, 0.5)),
                check=1.0,
            )
        )
        series = run.tally.series["get"]
        assert series.measured == len(server.requests) == 40, series.kinds
        assert series.measured_failed == (0 if wanted == 1 else 40), series.kinds
        assert series.histogram.count == 40
        assert {request.split(b" ")[0] for request in server.requests} == {b"GET"}
