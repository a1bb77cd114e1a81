"""A run while it lasts: Prometheus scrapes it, Locust's web page shows it."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.run.loading import project, wait_for_figures
from tests.runtime.load.running import answered, quick


def get(url: str, data: bytes | None = None) -> str:
    """The text of an answer; its server may still be starting."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(url, data, timeout=10) as answer:
                return answer.read().decode()
        except urllib.error.URLError as wrong:
            if not isinstance(wrong.reason, ConnectionRefusedError):
                raise
            time.sleep(0.2)
    raise AssertionError(f"nothing listens at {url}")


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_prometheus_scrapes_a_run(tmp_path: Path, workers: str) -> None:
    with quick() as (url, _):
        made = project(tmp_path, url)
        more = ("--report", "rep", "--prometheus", "0", "--workers", workers)
        with subprocess.Popen(
            made.command("load", "specs/s.bts", "long", *more),
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            assert process.stdout is not None
            port = next(
                found[1]
                for line in process.stdout
                if (found := re.search(r"Prometheus at port (\d+)", line))
            )
            wait_for_figures(process)
            counts = []
            for _ in range(2):
                text = get(f"http://127.0.0.1:{port}/metrics")
                found = re.search(r'requests_total\{profile="long",endpoint="show".*\} (\d+)', text)
                assert found, text
                counts.append(int(found[1]))
                time.sleep(4)
            with pytest.raises(urllib.error.HTTPError):
                get(f"http://127.0.0.1:{port}/")
            process.send_signal(signal.SIGINT)
            out, _ = process.communicate(timeout=30)
    assert 0 < counts[0] < counts[1]
    assert 'specc_load_level{profile="long"} 3' in text
    assert "Traceback" not in out


def test_a_place_that_prometheus_can_not_ask_at_is_refused(tmp_path: Path) -> None:
    with quick() as (url, _), socket.create_server(("127.0.0.1", 0)) as taken:
        made = project(tmp_path, url)
        for place in ("metrics", str(taken.getsockname()[1])):
            ended = made.load("short", "--prometheus", place)
            assert ended.code == 2
            assert "cannot serve figures to Prometheus" in ended.out
            assert "Traceback" not in ended.out
        assert answered(url) == []


@pytest.mark.slow
def test_locusts_web_page(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    page = f"http://127.0.0.1:{port}"
    with quick() as (url, _):
        assert project(tmp_path, url).specc("build").code == 0
        command = [sys.executable, "-m", "locust", "-f", "generated/s/locustfile.py", "Long"]
        with subprocess.Popen(
            [*command, "--web-host", "127.0.0.1", "--web-port", port],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            try:
                assert "<title>Locust" in get(f"{page}/")
                assert '"success": true' in get(f"{page}/swarm", b"user_count=1&spawn_rate=1")
                for _ in range(60):
                    told = get(f"{page}/stats/requests")
                    if re.search(r'"current_rps": [1-9]', told):
                        break
                    time.sleep(0.5)
                assert '"name": "show"' in told or '"name":"show"' in told, told
                get(f"{page}/stop", b"")
                process.send_signal(signal.SIGINT)
                out, _ = process.communicate(timeout=40)
            finally:
                process.kill()
        assert len(answered(url)) > 10
    assert "specc/runtime" not in out, out
