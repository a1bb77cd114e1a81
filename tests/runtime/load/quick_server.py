"""A quick server that remembers when it answered, and that can freeze on schedule.

`python quick_server.py [--freeze EVERY LENGTH] [--delay SECONDS]` prints its port. `GET /log` tells
the moments of all answers (of the system's monotonic clock) and forgets them.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from typing import ClassVar

BODY = b'{"id": 1, "status": "paid"}'
ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(BODY)
) + BODY


class Server(asyncio.Protocol):
    answered: ClassVar[list[float]] = []
    began = time.perf_counter()
    every = length = delay = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.buffer = b""

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while b"\r\n\r\n" in self.buffer:
            head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
            if head.startswith(b"GET /log "):
                body = json.dumps(self.answered).encode()
                self.answered.clear()
                self.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
            elif self.frozen() or self.delay:
                wait = self.frozen() + self.delay
                asyncio.get_running_loop().call_later(wait, self.answer)
            else:
                self.answer()

    def frozen(self) -> float:
        """For how long (seconds) it will say nothing yet: the last part of each period."""
        if not self.every:
            return 0.0
        phase = (time.perf_counter() - self.began) % self.every
        return self.every - phase if phase > self.every - self.length else 0.0

    def answer(self) -> None:
        self.write(ANSWER)
        self.answered.append(time.perf_counter())

    def write(self, data: bytes) -> None:
        assert isinstance(self.transport, asyncio.Transport)
        if not self.transport.is_closing():
            self.transport.write(data)


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--freeze", nargs=2, type=float, default=(0.0, 0.0))
    parser.add_argument("--delay", type=float, default=0.0)
    parser.add_argument("--port", type=int, default=0)
    options = parser.parse_args()
    Server.every, Server.length = options.freeze
    Server.delay = options.delay
    server = await asyncio.get_running_loop().create_server(
        Server, "127.0.0.1", options.port, backlog=4096
    )
    print(server.sockets[0].getsockname()[1], flush=True)  # noqa: T201
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
