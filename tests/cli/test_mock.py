"""`specc mock`, as a process that is asked and then stopped."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from .conftest import Specc

BLOG = Path(__file__).parent.parent / "mock" / "specs" / "blog.bts"


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent another way there")
def test_it_serves_until_it_is_interrupted() -> None:
    command = [sys.executable, "-m", "specc", "mock", str(BLOG), "--port", "0", "--seeded", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline().decode() for _ in range(4)]
        urls = dict(re.findall(r"a mock of (\w+) is open at (\S+)", "".join(lines)))
        assert set(urls) == {"blog", "counter"}
        with urlopen(f"{urls['blog']}/articles", timeout=10) as answer:
            assert b'"articlesCount":2' in answer.read()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert out.decode() == "closed; nothing was kept\n"
    assert err == b""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--latency", "soon"), "a time as in 100ms"),
        (("--latency", "2s..1s"), "the least time first"),
        (("--fail", "101%"), "a share as in 2%"),
        (("--cors", "x\r\nSet-Cookie: a=b"), "an origin as in"),
        (("--port", "65535"), "above 65535"),
    ],
)
def test_options_that_make_no_sense(specc: Specc, arguments: tuple[str, ...], said: str) -> None:
    found = specc("mock", str(BLOG), *arguments)
    assert found.code == 2
    assert said in " ".join(re.sub("[\u2500-\u257f]", " ", found.err).split())


def test_a_port_that_is_taken(specc: Specc) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        found = specc("mock", str(BLOG), "--port", str(taken.getsockname()[1]))
    assert found.code == 3
    assert "choose another port" in found.err


def test_check_tells_what_is_not_held(specc: Specc) -> None:
    found = specc("mock", str(BLOG), "--check")
    assert found.code == 0
    assert "obligations that are tested" in found.out


def test_a_spec_without_a_service(specc: Specc, tmp_path: Path) -> None:
    spec = tmp_path / "none.bts"
    spec.write_text("contract Note { text: string }\n", encoding="utf-8")
    found = specc("mock", str(spec))
    assert found.code == 2
    assert "declares no service" in found.err
