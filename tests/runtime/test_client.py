"""Requests and responses over real sockets, well-behaved and not."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable

import pytest

from specc.runtime import Actor, Broken, HostRefusedError, Response, Service, client
from specc.runtime.values import env

from .stage import Answer, Stage, head_of, wired

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


def get(url: str, method: str = "GET", timeout: float = 2.0) -> Response:
    service = Service("wired", url=url, timeout=timeout)
    # Whether it listens is not asked: that would be a connection of its own.
    from specc.runtime import launch

    launch._held[service] = launch.Lease()
    return Actor("ann").request(method, "/", service=service)


def says(data: bytes) -> Callable[[socket.socket], None]:
    def script(connection: socket.socket) -> None:
        head_of(connection)
        connection.sendall(data)

    return script


def broken(url: str, method: str = "GET", timeout: float = 2.0) -> str:
    with pytest.raises(Broken) as caught:
        get(url, method, timeout)
    return caught.value.mismatches[0].message


def test_connections_are_kept_alive_and_each_thread_has_its_own(stage: Stage) -> None:
    service, ann = stage.service(), Actor("ann")

    def ask() -> None:
        for _ in range(3):
            ann.request("GET", "/", service=service)

    ask()
    assert len({asked.connection for asked in stage.asked}) == 1
    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert len({asked.connection for asked in stage.asked}) == 2


def test_elapsed_is_in_seconds(stage: Stage) -> None:
    def slowly(_: object) -> Answer:
        time.sleep(0.03)
        return Answer()

    stage.respond = slowly
    assert 0.03 <= Actor("ann").request("GET", "/", service=stage.service()).elapsed < 1


class TestStaleConnections:
    def test_one_that_was_closed_while_idle_is_replaced(self) -> None:
        with wired(says(OK), says(OK)) as url:
            assert get(url, "POST").text == "ok"
            time.sleep(0.05)
            assert get(url, "POST").text == "ok"

    def test_one_that_closes_in_the_same_moment_is_asked_again_if_that_is_safe(self) -> None:
        def twice(connection: socket.socket) -> None:
            says(OK)(connection)
            head_of(connection)

        with wired(twice, says(OK)) as url:
            get(url)
            assert get(url).text == "ok"
        client.close_idle()
        with wired(twice, says(OK)) as url:
            get(url)
            assert broken(url, "POST").endswith("closed the connection")

    def test_what_follows_an_answer_is_not_taken_for_the_next_one(self) -> None:
        with wired(says(OK + b"HTTP/1.1 500 Planted\r\n\r\n"), says(OK)) as url:
            get(url)
            assert get(url).status == 200


class TestWhatIsNoAnswer:
    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"", "no answer: 127.0.0.1:* closed the connection"),
            (b"SSH-2.0-x\r\n", "the answer is not HTTP: it starts with SSH-2.0-x"),
            (b"HTTP/1.1 99 x\r\n\r\n", "the answer is not HTTP"),
            (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
             "the answer breaks off after 3 bytes of its body, 7 more were announced"),
            (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
             "the answer breaks off after"),
            (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "the answer"),
            (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 70000, "the answer is not HTTP: LineTooLong"),
        ],
    )  # fmt: skip
    def test_is_said_in_plain_words(self, data: bytes, message: str) -> None:
        with wired(says(data)) as url:
            told = broken(url)
        assert told.replace(url.removeprefix("http://"), "127.0.0.1:*").startswith(message)

    def test_too_late(self) -> None:
        def drip(connection: socket.socket) -> None:
            head_of(connection)
            for byte in OK:
                time.sleep(0.15)
                try:
                    connection.sendall(bytes([byte]))
                except OSError:
                    return

        started = time.monotonic()
        with wired(drip) as url:
            assert broken(url, timeout=0.2) == "no complete answer within 0.2 s"
        assert time.monotonic() - started < 0.15 * len(OK)

    def test_nobody_listens(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as unused:
            port = unused.getsockname()[1]
        assert broken(f"http://127.0.0.1:{port}") == (
            f"no answer: nothing listens on 127.0.0.1:{port}"
        )

    def test_not_tls(self, stage: Stage) -> None:
        assert broken(stage.url.replace("http:", "https:")).startswith("no TLS connection to")

    @pytest.mark.parametrize(
        ("head", "body", "message"),
        [
            (b"Content-Length: 101\r\n", b"x" * 101, "the answer has 101 bytes; at most 100 bytes"),
            (b"", b"x" * 101, "the answer has more than 100 bytes"),
            (b"Content-Encoding: gzip\r\n", gzip.compress(b"x" * 101, mtime=0),
             "the answer has more than 100 bytes once decompressed"),
            (b"Content-Encoding: deflate\r\n", zlib.compress(b"x" * 101),
             "the answer has more than 100 bytes once decompressed"),
        ],
    )  # fmt: skip
    def test_too_large(
        self, head: bytes, body: bytes, message: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(client, "LARGEST", 100)
        with wired(says(b"HTTP/1.1 200 OK\r\n" + head + b"\r\n" + body)) as url:
            assert broken(url).startswith(message)


class TestDecoding:
    @pytest.mark.parametrize(
        ("encoding", "content"),
        [
            ("gzip", gzip.compress(b"hello", mtime=0)),
            ("GZIP", gzip.compress(b"hel", mtime=0) + gzip.compress(b"lo", mtime=0)),
            ("deflate", zlib.compress(b"hello")),
            ("deflate", zlib.compress(b"hello", wbits=-15)),
            ("identity", b"hello"),
            ("deflate, gzip", gzip.compress(zlib.compress(b"hello"), mtime=0)),
        ],
    )
    def test_is_done_unasked(self, stage: Stage, encoding: str, content: bytes) -> None:
        stage.respond = lambda _: Answer(200, content, (("Content-Encoding", encoding),))
        response = Actor("ann").request("GET", "/", service=stage.service())
        assert response.text == "hello"
        assert stage.last.headers["Accept-Encoding"] == "gzip, deflate"

    @pytest.mark.parametrize(
        ("encoding", "why"),
        [
            ("zstd", "its content encoding 'zstd' is not one of"),
            ("gzip", "it is not the gzip that"),
        ],
    )
    def test_what_cannot_be_decoded_is_kept_and_said(
        self, stage: Stage, encoding: str, why: str
    ) -> None:
        stage.respond = lambda _: Answer(200, b"\x8b\x02\x80", (("Content-Encoding", encoding),))
        response = Actor("ann").request("GET", "/", service=stage.service())
        assert response.content == b"\x8b\x02\x80"
        assert response.undecoded.startswith(why)
        with pytest.raises(Broken, match=f"the body cannot be read: {why}"):
            _ = response.json


class TestBodilessAnswers:
    def test_head(self, stage: Stage) -> None:
        stage.respond = lambda _: Answer.json({"a": 1})
        response = Actor("ann").request("HEAD", "/", service=stage.service())
        assert (response.status, response.content) == (200, b"")
        assert Actor("ann").request("GET", "/", service=stage.service())["a"] == 1

    @pytest.mark.parametrize(
        "data",
        [
            b"HTTP/1.1 204 No Content\r\n\r\nstray",
            b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nstray",
            b"HTTP/1.1 304 Not Modified\r\n\r\n{}",
        ],
    )
    def test_a_body_where_none_may_be(self, data: bytes) -> None:
        with wired(says(data), says(OK)) as url:
            response = get(url)
            assert response.stray
            assert response.content == b""
            assert get(url).text == "ok"

    def test_a_proper_one(self) -> None:
        def twice(connection: socket.socket) -> None:
            says(b"HTTP/1.1 204 No Content\r\n\r\n")(connection)
            says(OK)(connection)

        with wired(twice) as url:
            assert not get(url).stray
            assert get(url).text == "ok"


def test_informational_answers_are_skipped() -> None:
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
    with wired(says(early + OK)) as url:
        assert get(url).text == "ok"


def test_an_answer_that_comes_before_the_body_was_read_counts() -> None:
    def impatient(connection: socket.socket) -> None:
        connection.recv(100)
        connection.sendall(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n")
        connection.shutdown(socket.SHUT_WR)
        time.sleep(0.1)

    with wired(impatient) as url:
        service = Service("wired", url=url)
        from specc.runtime import launch

        launch._held[service] = launch.Lease()
        body = "x" * 5_000_000
        response = Actor("ann").request("POST", "/", service=service, body=body)
        assert response.status == 413


def test_no_host_is_contacted_that_is_not_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_: object, **__: object) -> None:
        raise AssertionError("it was contacted")

    monkeypatch.setattr(socket, "create_connection", connect)
    monkeypatch.setenv("X_URL", "http://example.com")
    service = Service("s", url=env("X_URL"))
    from specc.runtime import launch

    launch._held[service] = launch.Lease()
    with pytest.raises(HostRefusedError, match=r"refused to contact example\.com"):
        Actor("ann").request("GET", "/", service=service)


def test_proxies_of_the_environment_are_not_used(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert Actor("ann").request("GET", "/", service=stage.service()).status == 200
