"""Virtual users that send the same prepared request at the same time."""

from __future__ import annotations

from collections import deque
from typing import Any

import gevent
from gevent.event import Event
from gevent.server import StreamServer

from runtime.load.calling import at
from specc.runtime.load.caller import Caller


def test_an_answer_is_ones_own_whatever_others_are_told_meanwhile() -> None:
    held = Event()
    replies = deque([("one", None), ("other", None), ("one", held), ("two", None)])

    def serve(sock: Any, _: object) -> None:
        while sock.recv(65536):
            text, until = replies.popleft()
            if until is not None:
                until.wait(10)
            head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(text)}\r\n\r\n"
            sock.sendall((head + text).encode())

    with gevent.Timeout(20):
        server = StreamServer(("127.0.0.1", 0), serve)
        server.start()
        calling = at(f"http://127.0.0.1:{server.server_port}", timeout=10)
        first, second = (
            Caller(calling.caller.identity, calling.caller.identities, calling.caller.sampling)
            for _ in range(2)
        )
        prepared, elsewhere = calling.prepared(), calling.prepared()
        first.send(prepared)
        first.send(elsewhere)
        waiting = gevent.spawn(first.send, prepared)
        gevent.sleep(0.1)
        assert second.send(prepared).content == b"two"
        held.set()
        assert waiting.get().content == b"one"
        first.close()
        second.close()
        server.stop()
