"""A service that answers with whatever could harm its tester: a run ends, and says what it saw."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.conftest import Specc, Write, project, specc, write

from specc.selftest.board_spec import SPEC

__all__ = ["project", "specc", "write"]

ESCAPES = "\x1b]0;owned\x07\x1b[2J\x9b31m"
THING = {
    "token": "a" * 40,
    "id": "00000000-0000-4000-8000-000000000000",
    "text": "/app/" * 20_000 + ESCAPES,
}


def head_and_body() -> bytes:
    body = json.dumps(THING, ensure_ascii=False).encode("utf-8")
    cookies = f"Set-Cookie: session={'a' * 3000}{ESCAPES}\r\n" * 60
    head = (
        f"HTTP/1.1 200 {ESCAPES}\r\nContent-Type: application/json\r\nX-Odd: {ESCAPES}\r\n{cookies}"
        f"Location: http://elsewhere.example/\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode("latin-1") + body


def converse(connection: socket.socket, answer: bytes) -> None:
    with connection, connection.makefile("rb") as stream:
        try:
            while stream.readline():
                length = 0
                while (line := stream.readline()) not in (b"\r\n", b""):
                    name, _, value = line.partition(b":")
                    length = int(value) if name.lower() == b"content-length" else length
                stream.read(length)
                connection.sendall(answer)
        except OSError:
            return


@pytest.fixture
def hostile() -> Iterator[str]:
    """The url of such a service."""
    answer = head_and_body()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                threading.Thread(target=converse, args=(connection, answer), daemon=True).start()

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)


def test_a_run_comes_to_its_end_and_its_reports_are_harmless(
    specc: Specc, project: Path, write: Write, hostile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"specs/board.bts": SPEC})
    monkeypatch.setenv("BOARD_URL", hostile)
    files = {"--report": "r.json", "--html": "r.html", "--junit": "r.xml", "--sarif": "r.sarif"}
    chosen = ("-k", "*.bola.*", "-k", "*.inj.sql", "-k", "get_note.*", "--no-history")
    said = specc("run", *chosen, *(word for pair in files.items() for word in pair))
    assert said.code == 1, said.out + said.err
    texts = [said.out, said.err, *(Path(name).read_text("utf-8") for name in files.values())]
    for text in texts:
        assert not {char for char in text if not char.isprintable() and char not in "\n\t"}
        assert "Traceback (most recent call last)" not in text
    assert "elsewhere.example" not in "".join(
        line for line in texts[0].splitlines() if "curl" in line
    )
    ledger = specc("security", "--format", "json")
    assert ledger.code == 0
    assert json.loads(ledger.out)
