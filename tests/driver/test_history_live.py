"""What the history says of a real server that becomes slow, or holds now and then."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from specc.driver.build import build
from specc.driver.history.alerts import alerts
from specc.driver.history.series import latency_series
from specc.driver.history.store import keep, recall
from specc.driver.history.telling import as_run, story
from specc.driver.running import session
from specc.reporting.page import page

from .conftest import Write

SPECC = str(Path(sys.executable).parent / "specc")
THRESHOLD = "calm.regression.p50"
SPEC = """
service shop {{
  url "http://127.0.0.1:{port}"
}}

endpoint health GET /healthz {{
  as      anyone
  returns 200 {{ status: string }}
}}

endpoint stock GET /stock {{
  as      anyone
  query   limit?: int(1..100)
  returns 200 {{ left: int(0..) }}
  returns 422 when limit invalid
}}
"""


@contextmanager
def mocked(port: int, *options: str) -> Iterator[None]:
    """The spec's service, as a mock that behaves so."""
    process = subprocess.Popen(
        [SPECC, "mock", "specs/shop.bts", "--port", str(port), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        for _ in range(100):
            with socket.socket() as probe:
                probe.settimeout(0.5)
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, process.stdout and process.stdout.read()
            time.sleep(0.2)
        yield
    finally:
        process.terminate()
        process.communicate(timeout=30)


@pytest.fixture
def port(write: Write) -> int:
    """The port of a service whose suite has been built."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        found: int = probe.getsockname()[1]
    write({"specs/shop.bts": SPEC.format(port=found)})
    assert build(["specs"], "generated").ok
    return found


def run() -> session.RunResult:
    """One run, kept in the history."""
    result = session.run("generated", ["shop"], session.Options(seed=7))
    keep(as_run(result, ""))
    return result


@pytest.mark.slow
def test_an_endpoint_that_became_slower_is_told(port: int) -> None:
    with mocked(port):
        for _ in range(5):
            assert not run().broken
        assert alerts(recall("", 30)) == []
    with mocked(port, "--latency", "30ms..40ms"):
        for _ in range(4):
            run()
        result = run()
    found = alerts(recall("", 30))
    assert [(each.kind, each.subject) for each in found] == [
        ("slower", "health"),
        ("slower", "stock"),
    ]
    series = latency_series(recall("", 30))["stock"]
    assert len(series) == 10
    assert all(value and value >= 0.03 for value in series[5:])
    statuses = {key[1] for key in result.suites[0].latencies if key[0] == "stock"}
    assert {"200", "422"} <= statuses
    gate = [SPECC, "history", "--fail-on-alert"]
    assert subprocess.run(gate, capture_output=True, timeout=60, check=False).returncode == 1


@pytest.mark.slow
def test_a_load_run_is_held_against_the_last_that_held(port: int, write: Write) -> None:
    profile = (
        "load calm as anonymous {\n  mix { 1 health }\n  users { hold 2 for 10s }\n"
        "  think 20ms..30ms\n  regression p50 < 20%\n}\n"
    )
    write({"specs/shop.bts": SPEC.format(port=port) + profile})
    assert build(["specs"], "generated").ok
    options = session.Options(
        chosen={"shop": frozenset(["health.conforms", THRESHOLD])}, load="all"
    )
    kept = Path(".specc/load-baselines/shop.calm.json")

    def judged() -> session.RunResult:
        return session.run("generated", ["shop"], options)

    with mocked(port, "--latency", "5ms"):
        for _ in range(4):
            first = judged()
            (load,) = first.suites[0].loads
            if not load.figures["doubts"]:
                break
            assert not kept.exists(), "a run that says nothing is no baseline"
        else:
            pytest.skip(f"this machine is too busy to measure: {load.figures['doubts'][0]}")
        text = kept.read_text()
        shown = page(story(first, []))
        assert "<h2>Load calm" in shown
        assert shown.count("<figure>") == 2
        figures = as_run(first, "").figures
        assert {(each.subject, each.name) for each in figures} == {
            ("calm: health", "p50"),
            ("calm: health", "p95"),
        }
    with mocked(port, "--latency", "60ms"):
        second = judged()
    (told,) = second.suites[0].loads[0].figures["thresholds"]
    assert told["outcome"] == "broken"
    assert kept.read_text() == text, "what is worse than before must not be the next baseline"


@pytest.mark.slow
def test_an_obligation_that_flickers_is_told(port: int) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    for command in (("init", "-q"), ("add", "specs"), (*who, "commit", "-qm", "first")):
        subprocess.run(["git", *command], check=True, timeout=30)
    kinds: list[set[str]] = []
    for share in ("0%", "100%", "0%"):
        with mocked(port, "--fail", share):
            run()
        kinds.append({f"{each.kind}: {each.subject}" for each in alerts(recall("", 30))})
    assert kinds[0] == set()
    assert "new finding: health.conforms" in kinds[1]
    assert "flickers: health.conforms" in kinds[2]
    assert not any(each.startswith("new finding") for each in kinds[2])
