"""Requests made up, sent and checked a second: `specc run --examples` beside Schemathesis.

Both test one operation of the same server, which answers at once and counts. What counts is the
margin: how much longer a run takes with more examples, so that neither pays for its start-up.
Schemathesis is taken from the environment whose `st` is given:

    uv venv schema-env && uv pip install --python schema-env schemathesis
    python benchmarks/examples.py schema-env/bin/st
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.request import urlopen

ORDER = {
    "id": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
    "status": "paid",
    "total": 19.98,
    "lines": [{"sku": "A1", "quantity": 2}],
}
FEW, MANY = 50, 450
ROUNDS = 3

SPEC = """
service shop {{ url "http://127.0.0.1:{port}" }}

contract Line {{
  sku:      string(/^[A-Z][0-9]{{1,4}}$/)
  quantity: int(1..100)
}}

contract Order {{
  readonly id:     uuid
  readonly status: "pending" | "paid" | "shipped"
  readonly total:  decimal(0..)
  lines:           [Line](1..50)
  note?:           string(..500) | null
  email?:          email
}}

endpoint create_order POST /orders {{
  as      anyone
  body    Order
  returns 201 Order
}}
"""

LINE = {
    "type": "object",
    "properties": {
        "sku": {"type": "string", "pattern": "^[A-Z][0-9]{1,4}$"},
        "quantity": {"type": "integer", "minimum": 1, "maximum": 100},
    },
    "required": ["sku", "quantity"],
    "additionalProperties": False,
}
SENT = {
    "lines": {"type": "array", "items": LINE, "minItems": 1, "maxItems": 50},
    "note": {"type": ["string", "null"], "maxLength": 500},
    "email": {"type": "string", "format": "email"},
}
ANSWERED = {
    "id": {"type": "string", "format": "uuid"},
    "status": {"enum": ["pending", "paid", "shipped"]},
    "total": {"type": "number", "minimum": 0},
    **SENT,
}


def json_content(properties: dict[str, object], required: list[str]) -> dict[str, object]:
    """A media type object of an OpenAPI document."""
    schema = {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
    return {"content": {"application/json": {"schema": schema}}}


OPENAPI = {
    "openapi": "3.1.0",
    "info": {"title": "shop", "version": "1"},
    "paths": {
        "/orders": {
            "post": {
                "operationId": "create_order",
                "requestBody": {"required": True, **json_content(SENT, ["lines"])},
                "responses": {
                    "201": {
                        "description": "made",
                        **json_content(ANSWERED, ["id", "status", "total", "lines"]),
                    }
                },
            }
        }
    },
}


class Counting(asyncio.Protocol):
    """Answers each POST with one and the same order, and each GET with how many there were."""

    count = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.data = b""

    def data_received(self, data: bytes) -> None:
        self.data += data
        while b"\r\n\r\n" in self.data:
            head, _, rest = self.data.partition(b"\r\n\r\n")
            lines = [line.partition(b":") for line in head.lower().split(b"\r\n")]
            length = next((int(value) for name, _, value in lines if name == b"content-length"), 0)
            if len(rest) < length:
                return
            self.data = rest[length:]
            if head.startswith(b"POST"):
                Counting.count += 1
                self.answer(201, json.dumps(ORDER).encode())
            else:
                self.answer(200, str(Counting.count).encode())

    def answer(self, status: int, body: bytes) -> None:
        self.transport.write(
            b"HTTP/1.1 %d OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            % (status, len(body), body)
        )


def serve(port: multiprocessing.Queue[int]) -> None:
    """The server's process."""

    async def forever() -> None:
        server = await asyncio.get_running_loop().create_server(Counting, "127.0.0.1", 0)
        port.put(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(forever())


def asked(url: str) -> int:
    """How many requests the server has counted."""
    with urlopen(url) as answer:  # noqa: S310 (our own server)
        return int(answer.read())


def timed(command: Sequence[str], folder: str, url: str) -> tuple[float, int]:
    """How long a run takes in seconds, and how many requests it sends."""
    before = asked(url)
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    elapsed = time.perf_counter() - start
    if done.returncode != 0:
        raise SystemExit(f"{command[0]} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return elapsed, asked(url) - before


def commands(st: str, url: str, seed: int, examples: int) -> dict[str, list[str]]:
    """The run of each tool."""
    amount = ["--examples", str(examples), "--seed", str(seed), "--only", "create_order.any_valid"]
    fuzzing = ["--phases", "fuzzing", "--mode", "positive", "--max-examples", str(examples)]
    return {
        "specc": [sys.executable, "-m", "specc", "run", "-q", "shop.bts", *amount],
        "schemathesis": [st, "run", "api.json", "-u", url, "--seed", str(seed), *fuzzing],
    }


def main() -> None:
    """Print the requests a second of each, and their ratio, as medians."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: python benchmarks/examples.py PATH_OF_ST")
    st = str(Path(sys.argv[1]).absolute())
    port: multiprocessing.Queue[int] = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=(port,), daemon=True)
    server.start()
    number = port.get()
    url = f"http://127.0.0.1:{number}"
    rates: dict[str, list[float]] = {"specc": [], "schemathesis": []}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "shop.bts").write_text(SPEC.format(port=number), encoding="utf-8")
        Path(folder, "api.json").write_text(json.dumps(OPENAPI), encoding="utf-8")
        for seed in range(1, ROUNDS + 1):
            for name, found in rates.items():
                few = timed(commands(st, url, seed, FEW)[name], folder, url)
                many = timed(commands(st, url, seed, MANY)[name], folder, url)
                found.append((many[1] - few[1]) / (many[0] - few[0]))
    server.terminate()
    medians = {name: statistics.median(found) for name, found in rates.items()}
    for name, rate in medians.items():
        print(f"{name:14}{rate:8.0f} requests/s")
    print(f"ratio         {medians['specc'] / medians['schemathesis']:8.2f}")


if __name__ == "__main__":
    main()
