"""The same profile with our engine and with Locust's own client: same counts, same checks."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.runtime.load.awkward import Awkward, Exchange, awkward, plain
from tests.runtime.load.running import answered, quick

SPEC = """
service s {{
  url    "{url}"
  header "X-Suite" "load {{50%}}"
}}

actor alice is customer {{
  bearer "kq8Zx1vW-alice"
}}

role customer

endpoint show GET /things/{{name: string = "A1"}} {{
  as      customer
  query   q?: string
  returns 200 {{ id: int, name: string }}
  returns 404
}}

endpoint head HEAD /things {{
  as      customer
  returns 200
}}

endpoint make POST /things {{
  as      customer
  body    {{ text: string, n: int }}
  returns 201 {{ id: int, text: string }}
  returns 422
}}

endpoint remove DELETE /things/{{id: int = 1}} {{
  as      customer
  returns 204
}}

flow all_of_it {{
  show(name: "A1", q: "a b/c%20é&x=ü") -> seen
  expect seen.id == {wanted}
  head
  make with {{ text: "schön \\"quoted\\"", n: seen.id }} -> made
  expect made.id == 7 and made.text == "schön \\"quoted\\""
  make with {{ text: "{{made.id}} again", n: 3 }} -> again
  expect again.text == "{{made.id}} again"
  remove(id: made.id)
  show(name: "gone") expects {gone}
}}

load paced as alice {{
  mix {{ 1 all_of_it }}
  rate {{ hold 25/s for 2s }}
  check 100%
  {engine}
  require {{ errors < 1% }}
}}
"""


def answer(it: Exchange) -> None:
    """A service with all kinds of answers, each of which is right."""
    line = it.head.split(b"\r\n")[0].decode()
    kind = "Content-Type: application/json"
    match line.split()[0]:
        case "HEAD":
            it.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        case "POST":
            body = json.dumps({"id": 7, "text": json.loads(it.body)["text"]}).encode()
            head = f"HTTP/1.1 201 Created\r\n{kind}\r\nTransfer-Encoding: chunked\r\n\r\n"
            it.send(head.encode() + b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))
        case "DELETE":
            it.send(b"HTTP/1.1 204 No Content\r\n\r\n")
        case _ if "/gone" in line:
            it.send(plain(b'{"title": "no"}', kind, status="404 Not Found"))
        case _:
            it.send(plain(b'{"id": 1, "name": "A1"}', kind))


def run(folder: Path, server: Awkward, *more: str, **words: object) -> dict:
    """What the report says of a run of the profile."""
    (folder / "specs").mkdir(parents=True)
    values = {"wanted": 1, "gone": 404, "engine": "", **words}
    text = SPEC.format(url=server.url, **values)
    (folder / "specs" / "s.bts").write_text(text)
    command = [sys.executable, "-m", "specc", "load", "specs/s.bts", "paced", "--report", "rep"]
    done = subprocess.run(
        [*command, *more], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return json.loads((folder / "rep" / "paced.json").read_text())


def sent(server: Awkward) -> Counter[tuple[bytes, ...]]:
    """How often each request came: its line, its headers in any order, and its body."""
    found: Counter[tuple[bytes, ...]] = Counter()
    for request in server.requests:
        head, _, body = request.partition(b"\r\n\r\n")
        first, *lines = head.split(b"\r\n")
        named = [re.sub(rb"^[^:]+", lambda name: name[0].lower(), line) for line in lines]
        others = (b"connection:", b"content-length:", b"host:")
        ours = [line for line in named if not line.startswith(others)]
        found[first, *sorted(ours), body] += 1
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", [{}, {"wanted": 2}, {"gone": 200}], ids=["right", "wrong value", "wrong status"]
)
def test_both_engines_count_the_same(tmp_path: Path, words: dict[str, object]) -> None:
    told, came = {}, {}
    for engine in ("specc", "stock"):
        with awkward(answer) as server:
            told[engine] = run(tmp_path / engine, server, "--engine", engine, **words)
            came[engine] = sent(server)
        assert told[engine]["engine"] == engine
        counts = {name: each["requests"] for name, each in told[engine]["endpoints"].items()}
        assert sum(counts.values()) == sum(came[engine].values())
    assert came["specc"] == came["stock"]
    for name, ours in told["specc"]["endpoints"].items():
        theirs = told["stock"]["endpoints"][name]
        assert (name, ours["requests"], ours["failed"]) == (
            *(name, theirs["requests"], theirs["failed"]),
        )
        assert ours["failures"] == theirs["failures"]
    failed = told["specc"]["endpoints"]["show"]["failed"]
    assert failed == (50 if words else 0), told["specc"]["endpoints"]["show"]["failures"]


@pytest.mark.slow
def test_a_profile_says_that_it_wants_the_stock_engine(tmp_path: Path) -> None:
    with awkward(answer) as server:
        assert run(tmp_path, server, engine="engine stock")["engine"] == "stock"
        assert len(server.requests) == 300
    written = (tmp_path / "generated" / "s" / "locustfile.py").read_text()
    assert 'engine="stock"' in written


@pytest.mark.slow
def test_locusts_own_figures_count_expectations_too(tmp_path: Path) -> None:
    """In the stock engine, and where somebody listens, Locust itself is told what is wrong."""
    for engine, heard in (("stock", ""), ("specc", ""), ("specc", "heard.py,")):
        folder = tmp_path / f"{engine}{len(heard)}"
        with quick() as (url, _):
            (folder / "specs").mkdir(parents=True)
            (folder / "specs" / "s.bts").write_text(
                f'service s {{\n  url "{url}"\n}}\nendpoint show GET /x {{\n  as anyone\n'
                "  returns 200 { id: int, status: string }\n}\n"
                'flow look {\n  show -> seen\n  expect seen.id == 2 and seen.status == "no"\n}\n'
                f"load paced {{\n  mix {{ 1 look }}\n  rate {{ hold 50/s for 2s }}\n"
                f"  engine {engine}\n}}\n"
            )
            (folder / "heard.py").write_text(
                "from locust import events\nevents.request.add_listener(lambda **_: None)\n"
            )
            build = [sys.executable, "-m", "specc", "build", "-q"]
            subprocess.run(build, cwd=folder, check=True, timeout=60)
            file = f"{heard}generated/s/locustfile.py"
            command = [sys.executable, "-m", "locust", "--headless", "--json", "-f", file, "Paced"]
            done = subprocess.run(
                command, cwd=folder, capture_output=True, text=True, timeout=100, check=False
            )
            seen = len(answered(url))
        (entry,) = json.loads(done.stdout)
        assert (entry["num_requests"], entry["num_failures"]) == (seen, seen) == (100, 100)
