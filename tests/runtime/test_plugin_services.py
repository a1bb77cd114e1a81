"""Services under pytest: started once for all workers, done without, stopped when it is over."""

import socket
import time
from pathlib import Path

import pytest

from .suite import Suite

INTERRUPTED = """
@obligation("a.first", "shop.bts:4")
def test_first(ann, shared):
    pass

@obligation("a.second", "shop.bts:4")
def test_second(ann, check):
    ann.call(create, body={"id": "mine"})
    (SPEC.parent / "now").touch()
    time.sleep(30)
"""

SERVER = """
import json, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        with open("log", "a") as log:
            log.write(f"{self.command} {self.path}\\n")
        body = body or json.dumps({"id": self.path.rpartition("/")[2]}).encode()
        self.send_response({"POST": 201, "DELETE": 204}.get(self.command, 200))
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "0" if self.command == "DELETE" else str(len(body)))
        self.end_headers()
        if self.command != "DELETE":
            self.wfile.write(body)
    do_GET = do_POST = do_DELETE = answer

ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
"""


def started(folder: Path, tests: str) -> tuple[Suite, int]:
    """A suite whose service has to be started."""
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = int(unused.getsockname()[1])
    (folder / "server.py").write_text(SERVER)
    settings = f'start="python server.py {port}", ready=Ready("GET", "/ready", within=20.0)'
    return Suite.of(folder, f"http://127.0.0.1:{port}", tests, settings), port


def assert_silent(port: int) -> None:
    deadline = time.monotonic() + 5
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return
        assert time.monotonic() < deadline, "the service is still running"
        time.sleep(0.05)


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_ctrl_c_cleans_up(tmp_path: Path, workers: tuple[str, ...]) -> None:
    suite, port = started(tmp_path, INTERRUPTED)
    run = suite.interrupted(*workers)
    assert run.status == 2
    assert run.end["interrupted"] is True
    assert_silent(port)
    log = (tmp_path / "log").read_text().splitlines()
    assert "DELETE /things/mine" in log
    deleted = [line for line in log if line.startswith("DELETE")]
    # A deletion that was interrupted is sent again; what was made is gone in any case.
    assert len(set(deleted)) == log.count("POST /things")
    assert log.count("GET /ready") >= 1
    if not workers:
        assert len(deleted) == log.count("POST /things")
        assert run.outcomes() == {"a.first": "held", "a.second": "not_run"}
        assert run.event("a.second")["reason"] == "the run was ended before the test was"


def test_workers_share_a_service(tmp_path: Path) -> None:
    tests = "\n".join(
        f"def test_{n}(ann):\n    time.sleep(0.05)\n    expect(ann.call(read, {{'id': 'x'}}), 200)\n"
        for n in range(8)
    )
    suite, port = started(tmp_path, tests)
    run = suite.run("-n", "2")
    assert run.status == 0, run.output
    assert set(run.outcomes().values()) == {"held"}
    assert_silent(port)


UNAVAILABLE = """
@obligation("a.b", "shop.bts:4")
@pytest.mark.parametrize("n", range(20))
def test_it(ann, shared, n):
    pass

def test_without_it():
    pass
"""
BROKEN_START = "start=\"python -c 'print(1234); raise SystemExit(9)'\""


def silent_url() -> str:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        return f"http://127.0.0.1:{unused.getsockname()[1]}"


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_a_service_that_cannot_be_had_ends_the_run(
    tmp_path: Path, workers: tuple[str, ...]
) -> None:
    run = Suite.of(tmp_path, silent_url(), UNAVAILABLE, BROKEN_START).run(*workers)
    assert run.status == 3, run.output
    assert run.output.count("it ended with exit status 9") == 1, run.output
    assert "the last that it printed:\n    1234" in run.end["unavailable"]
    assert "Traceback" not in run.output
    assert run.outcomes()["a.b.0"] == "not_run"


def test_an_optional_service_is_done_without(tmp_path: Path) -> None:
    suite = Suite.of(tmp_path, silent_url(), UNAVAILABLE, f"optional=True, {BROKEN_START}")
    run = suite.run("-rs")
    assert run.status == 0
    assert "1 passed, 20 skipped" in run.output
    assert run.event("a.b.3")["outcome"] == "not_run"
    assert run.event("a.b.3")["reason"].startswith("the service shop is not available: `python -c")


def test_a_host_that_is_not_allowed_ends_the_run(tmp_path: Path) -> None:
    suite = Suite.of(tmp_path, "http://192.0.2.1", UNAVAILABLE, "optional=True")
    run = suite.run()
    assert run.status == 3
    assert "refused to contact 192.0.2.1 (the url of the service shop)" in run.output
