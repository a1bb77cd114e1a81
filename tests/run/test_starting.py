"""The suite starts its service where that is silent, and stops what it has started."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path

import pytest

from run.running import run, shop_specs, write_suite


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def commands_with(text: str) -> list[str]:
    """The command lines of this machine's processes that hold a text."""
    found: list[str] = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit() or folder.name == str(os.getpid()):
            continue
        try:
            line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if text in line:
            found.append(line)
    return found


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks at /proc")
@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((), id="alone"),
        pytest.param(("-n", "2"), id="with workers", marks=pytest.mark.slow),
    ],
)
def test_it_starts_and_stops_by_itself(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    port = free_port()
    specs = {name: text.replace("8321", str(port)) for name, text in shop_specs().items()}
    suite = write_suite(tmp_path, specs)
    done = run(suite, None, "-k", "test_login or test_get_order", *arguments)
    assert done.code == 0, done.text
    until = time.monotonic() + 5
    while commands_with(f"--port {port}") and time.monotonic() < until:
        time.sleep(0.05)
    assert commands_with(f"--port {port}") == []
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_a_service_that_cannot_start_is_said_once(tmp_path: Path) -> None:
    port = free_port()
    specs = {
        name: text.replace("8321", str(port)).replace("specc demo", "no-such-command")
        for name, text in shop_specs().items()
    }
    done = run(write_suite(tmp_path, specs), None)
    assert done.code == 3, done.text
    assert "no-such-command" in done.text
