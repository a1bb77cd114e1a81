"""How long an editor waits for `specc lsp`, through the protocol, in a project of 20 files."""

from __future__ import annotations

import json
import queue
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import mean, quantiles
from typing import Any

import psutil
from made_specs import GROUP, HEAD

FILES, GROUPS = 19, 5
"""Feature files, and groups of four endpoints in each; one file more has what all of them need."""

TESTS = """
test "thing {n} is kept" as alice {{
  create_{n} with {{ name: "a", size: 5, kind: "small" }} -> made
  expect made.size == 5
  get_{n}(id: made.id) -> again
  expect again.kind == "small"
  get_{n}(id: made.id) as bob expects 404
}}
"""


def project(folder: Path, one_suite: bool) -> dict[str, str]:
    """Writes the project: what is shared, and feature files that import it; gives their texts.

    Each feature file is a suite of its own, or all of them are parts of one.
    """
    service, _, rest = HEAD.partition("}\n")
    features = {}
    for file in range(FILES):
        body = "".join(
            GROUP.format(n=n) + TESTS.format(n=n) for n in range(file * GROUPS, (file + 1) * GROUPS)
        )
        features[f"feature{file}.bts"] = f'import "common.bts"\n{body}'
    texts = {"common.bts": rest if one_suite else HEAD, **features}
    if one_suite:
        imports = "".join(f'import "{name}"\n' for name in features)
        texts["main.bts"] = f'{imports}{service}}}\ntest "up" as anyone {{\n  GET /up\n}}\n'
    for name, text in texts.items():
        (folder / name).write_text(text)
    return texts


class Server:
    """The server process, and an editor's side of the protocol without any library."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "specc", "lsp", "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=folder,
        )
        self.folder = folder
        self.number = 0
        self.answers: queue.Queue[dict[str, Any]] = queue.Queue()
        self.published: queue.Queue[tuple[str, int, int]] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        capabilities = {
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}}
        }
        self.ask("initialize", processId=None, rootUri=folder.as_uri(), capabilities=capabilities)
        self.tell("initialized")

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while line := stream.readline():
            length = int(line.split(b":")[1])
            while stream.readline().strip():
                pass
            message = json.loads(stream.read(length))
            if message.get("method") == "textDocument/publishDiagnostics":
                told = message["params"]
                self.published.put((told["uri"], told.get("version"), len(told["diagnostics"])))
            elif "id" in message and "method" not in message:
                self.answers.put(message)

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def tell(self, method: str, **params: Any) -> None:
        """A notification."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        """A request and its answer."""
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        while (answer := self.answers.get(timeout=60))["id"] != self.number:
            pass
        return answer.get("result")

    def wait(self, uri: str, version: int) -> int:
        """Until a version of a document has its diagnostics; how many they are."""
        while True:
            told, of, count = self.published.get(timeout=60)
            if told == uri and of == version:
                return count

    def end(self) -> None:
        """Shut it down."""
        self.ask("shutdown")
        self.tell("exit")
        self.process.wait(timeout=10)


class Document:
    """An open document that edits can be made in and taken back."""

    def __init__(self, server: Server, name: str, text: str) -> None:
        self.server, self.text, self.version = server, text, 1
        self.uri = (server.folder / name).as_uri()
        item = {"uri": self.uri, "languageId": "bts", "version": 1, "text": text}
        server.tell("textDocument/didOpen", textDocument=item)

    def position(self, offset: int) -> dict[str, int]:
        """A place as the protocol tells it; the texts are plain ASCII."""
        before = self.text[:offset]
        return {"line": before.count("\n"), "character": offset - before.rfind("\n") - 1}

    def replace(self, start: int, end: int, new: str) -> None:
        """An edit."""
        where = {"start": self.position(start), "end": self.position(end)}
        self.version += 1
        self.text = self.text[:start] + new + self.text[end:]
        self.server.tell(
            "textDocument/didChange",
            textDocument={"uri": self.uri, "version": self.version},
            contentChanges=[{"range": where, "text": new}],
        )

    def edited(self, start: int, end: int, new: str) -> int:
        """An edit, once its diagnostics have come; how many they are."""
        self.replace(start, end, new)
        return self.server.wait(self.uri, self.version)

    def ask(self, method: str, offset: int, **params: Any) -> Any:
        """A request about a place."""
        return self.server.ask(
            f"textDocument/{method}",
            textDocument={"uri": self.uri},
            position=self.position(offset),
            **params,
        )


class Times:
    """What was measured of one thing: what the editor waited, and what the server computed."""

    def __init__(self, server: Server) -> None:
        self.process = psutil.Process(server.process.pid)
        self.waited: list[float] = []
        self.computed: list[float] = []

    def of(self, action: Callable[[], Any]) -> Any:
        """What an action returns; how long it took is noted."""
        before = self.process.cpu_times()
        start = time.perf_counter()
        result = action()
        self.waited.append(time.perf_counter() - start)
        after = self.process.cpu_times()
        self.computed.append(after.user + after.system - before.user - before.system)
        return result


def measure(server: Server, documents: list[Document], rounds: int) -> dict[str, Times]:
    """Every request but the first follows an edit that has not been checked yet."""
    chance = random.Random(7)  # noqa: S311
    names = ("round trip", "diagnostics", "completion", "hover", "rename")
    found = {name: Times(server) for name in names}
    for _ in range(rounds):
        document = chance.choice(documents)
        text = document.text
        places = [at for at in range(len(text)) if text.startswith("made.size", at)]
        place = chance.choice(places) + len("made.")
        found["round trip"].of(lambda: server.ask("specc/nothing"))
        for old, new in (("size", "sizf"), ("sizf", "size")):
            edited = partial(document.edited, place, place + len(old), new)
            assert found["diagnostics"].of(edited) == (new != "size")
        document.replace(place, place + 4, "s")
        offered = found["completion"].of(partial(document.ask, "completion", place + 1))
        assert "size" in {item["label"] for item in offered["items"]}
        document.replace(place, place + 1, "size")
        said = found["hover"].of(partial(document.ask, "hover", place + 1))
        assert "size:        int(1..100)" in said["contents"]["value"]
        edit = found["rename"].of(partial(document.ask, "rename", place, newName="breadth"))
        assert sum(map(len, edit["changes"].values())) == 3
        server.wait(document.uri, document.version)
    return found


def scribble(server: Server, documents: list[Document], edits: int) -> None:
    """Random edits, and their taking back; each twentieth is waited for."""
    chance = random.Random(11)  # noqa: S311
    for number in range(0, edits, 2):
        document = chance.choice(documents)
        start = chance.randrange(len(document.text))
        end = min(len(document.text), start + chance.randrange(12))
        old = document.text[start:end]
        new = "".join(chance.choice('abz_ {}()"\n.:=>-19') for _ in range(chance.randrange(8)))
        document.replace(start, end, new)
        document.replace(start, start + len(new), old)
        if number % 20 == 0:
            server.wait(document.uri, document.version)


def show(found: dict[str, Times]) -> None:
    """Times in milliseconds, and as multiples of a request that has nothing to do."""
    base = quantiles(found["round trip"].waited, n=20)[9]
    for what, times in found.items():
        cuts = quantiles(times.waited, n=20)
        print(
            f"  {what:<12} p50 {cuts[9] * 1000:6.1f} ms   p95 {cuts[18] * 1000:6.1f} ms   "
            f"p50 is {cuts[9] / base:5.1f} round trips   "
            f"the server computes {mean(times.computed) * 1000:5.1f} ms"
        )


def main() -> None:
    """Print the times of both kinds of projects, and the memory after many edits."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    edits = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    for one_suite in (False, True):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            texts = project(folder, one_suite)
            lines = sum(text.count("\n") for text in texts.values())
            kind = "one suite of all" if one_suite else "a suite of each"
            print(f"{len(texts)} files, {lines:,} lines, {kind}")
            server = Server(folder)
            features = [name for name in texts if name.startswith("feature")]
            documents = [Document(server, name, texts[name]) for name in features[:5]]
            for document in documents:
                server.wait(document.uri, 1)
            time.sleep(1)
            show(measure(server, documents, rounds))
            process = psutil.Process(server.process.pid)
            before = process.memory_info().rss
            for part in range(1, 5):
                scribble(server, documents, edits // 4)
                now = process.memory_info().rss
                print(
                    f"  after {edits // 4 * part:,} edits: {now / 1e6:.0f} MB,"
                    f" {now / before:.2f} of before"
                )
            server.end()


if __name__ == "__main__":
    main()
