"""Services are started when needed, shared, and never left running."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from specc.runtime import Ready, Service, ServiceUnavailable, guardian, launch, lease
from specc.runtime.launch import take
from specc.runtime.values import env

from .stage import Answer, Stage

SERVER = """
import os, sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/healthz" else 503)
        self.end_headers()

open("starts", "a").write(f"{os.getpid()}\\n")
HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the server is started; what is known of started services is kept apart as well."""
    (tmp_path / "server.py").write_text(SERVER)
    (tmp_path / "private").mkdir(mode=0o700)
    monkeypatch.setattr(lease, "_private_folder", lambda: tmp_path / "private")
    return tmp_path


@pytest.fixture
def port() -> int:
    """A port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as unused:
        return int(unused.getsockname()[1])


def service(folder: Path, port: int, **settings: object) -> Service:
    settings = {
        "start": f"python server.py {port}",
        "ready": Ready("GET", "/healthz", within=20.0),
        **settings,
    }
    return Service("toy", url=f"http://127.0.0.1:{port}", folder=folder, **settings)  # type: ignore[arg-type]


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def left(folder: Path) -> list[Path]:
    return list((folder / "private").iterdir())


def reason(service: Service) -> str:
    with pytest.raises(ServiceUnavailable) as caught:
        take(service)
    return str(caught.value)


def test_it_runs_for_as_long_as_somebody_needs_it(folder: Path, port: int) -> None:
    with service(folder, port).running() as toy:
        assert listens(port)
        with service(folder, port).running():
            pass
        assert listens(port)
        launch.ensure(toy)
        launch.ensure(toy)
    assert listens(port)
    launch.release_all()
    assert not listens(port)
    assert len((folder / "starts").read_text().split()) == 1
    assert left(folder) == []


def test_one_that_runs_already_is_left_alone(folder: Path, stage: Stage) -> None:
    port = int(stage.url.rpartition(":")[2])
    with service(folder, port).running():
        assert stage.last.target == "/healthz"
    assert listens(port)
    assert not (folder / "starts").exists()
    assert left(folder) == []


def test_it_may_be_started_again(folder: Path, port: int) -> None:
    for _ in range(2):
        with service(folder, port).running():
            assert listens(port)
        assert not listens(port)


def test_without_a_ready_it_is_enough_that_it_listens(folder: Path, port: int) -> None:
    with service(folder, port, ready=None).running():
        assert listens(port)


HOLDER = """
import sys, time
from pathlib import Path
from specc.runtime import Ready, Service, lease
folder, port = Path(sys.argv[1]), sys.argv[2]
lease._private_folder = lambda: folder / "private"
toy = Service("toy", url=f"http://127.0.0.1:{port}", start=f"python server.py {port}",
              folder=folder, ready=Ready("GET", "/healthz", within=20.0))
with toy.running():
    print("up", flush=True)
    time.sleep(60)
"""


def holder(folder: Path, port: int) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder), str(port)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    return process


def test_it_is_stopped_when_all_who_needed_it_were_killed(folder: Path, port: int) -> None:
    with holder(folder, port) as one, holder(folder, port) as other:
        one.kill()
        one.wait()
        time.sleep(0.3)
        assert listens(port)
        other.send_signal(signal.SIGINT)
        other.wait()
        assert not listens(port)
    with holder(folder, port) as last:
        last.kill()
    deadline = time.monotonic() + 5
    while listens(port) or left(folder):
        assert time.monotonic() < deadline
        time.sleep(0.05)


class TestUnavailable:
    def test_it_ends_at_once(self, folder: Path, port: int) -> None:
        command = """python -c 'print("\\033[1mno database"); raise SystemExit(7)'"""
        told = reason(service(folder, port, start=command))
        assert told.startswith("the service toy is not available: `python -c ")
        assert f"was started for it (in {folder}); it ended with exit status 7\n" in told
        assert told.endswith("the last that it printed:\n    \\x1b[1mno database")
        assert left(folder) == []

    def test_it_is_killed(self, folder: Path, port: int) -> None:
        command = "python -c 'import os; os.kill(os.getpid(), 9)'"
        assert "it was ended by SIGKILL" in reason(service(folder, port, start=command))

    def test_there_is_no_such_command(self, folder: Path, port: int) -> None:
        assert "there is no command no-such-thing" in reason(
            service(folder, port, start="no-such-thing --port 1")
        )

    def test_it_is_never_ready(self, folder: Path, port: int) -> None:
        told = reason(service(folder, port, ready=Ready("GET", "/never", within=1.5)))
        assert (
            "after 1.5 s, GET /never did not say that it is ready: 503 Service Unavailable" in told
        )
        assert not listens(port)

    @pytest.mark.parametrize("start", ["'", "  "])
    def test_the_command_is_none(self, folder: Path, port: int, start: str) -> None:
        assert "its start command" in reason(service(folder, port, start=start))

    def test_nothing_listens(self, folder: Path, port: int) -> None:
        toy = service(folder, port, start=None, ready=None)
        assert reason(toy) == (
            f"the service toy is not available: nothing listens on 127.0.0.1:{port}, "
            "and the spec has no `start` for it"
        )

    def test_what_listens_is_not_ready(self, folder: Path, stage: Stage) -> None:
        stage.respond = lambda _: Answer(500)
        port = int(stage.url.rpartition(":")[2])
        told = reason(service(folder, port, ready=Ready("GET", "/healthz", within=0.1)))
        assert told.endswith(
            f"it listens on 127.0.0.1:{port}, "
            "but GET /healthz did not say that it is ready: 500 Internal Server Error"
        )

    def test_it_is_waited_for_once(self, folder: Path, port: int) -> None:
        toy = service(folder, port, start=None, ready=Ready("GET", "/", within=1), optional=True)
        started = time.monotonic()
        for _ in range(5):
            with pytest.raises(ServiceUnavailable) as caught:
                launch.ensure(toy)
            assert caught.value.optional
        assert time.monotonic() - started < 5

    def test_a_mistake_is_not_optional(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TOY_URL", "http://example.com")
        refused = Service("toy", url=env("TOY_URL"), optional=True)
        malformed = Service("toy", url="http://a b", optional=True)
        for toy, message in ((refused, "refused to contact example.com"), (malformed, "no http")):
            with pytest.raises(ServiceUnavailable, match=message) as caught:
                launch.ensure(toy)
            assert not caught.value.optional


def test_what_does_not_end_when_told_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guardian, "_GRACE", 0.3)
    script = (
        "import signal, subprocess, sys, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, process_group=0
    ) as stubborn:
        assert stubborn.stdout is not None
        grandchild = int(stubborn.stdout.readline())
        guardian._stop(stubborn)
        assert stubborn.poll() is not None
    # What is left of it is at most a process that its new parent has not waited for.
    state = Path(f"/proc/{grandchild}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


def test_the_folder_is_its_owners_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = lease._private_folder()
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o755)
    with pytest.raises(PermissionError, match="only its owner can enter"):
        lease._private_folder()
    folder.rmdir()
    folder.symlink_to(tmp_path)
    with pytest.raises(PermissionError):
        lease._private_folder()


def test_a_lock_file_that_was_removed_is_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    first, second = guardian.FileLock(path), guardian.FileLock(path)
    assert second.is_free
    assert [first.try_acquire(), second.try_acquire(), second.is_free] == [True, False, False]
    path.unlink()
    assert second.try_acquire()
    first.release()
    assert not first.try_acquire()
    second.release()
    assert [first.is_free, second.is_free] == [True, True]
    assert os.listdir(tmp_path) == ["lock"]
