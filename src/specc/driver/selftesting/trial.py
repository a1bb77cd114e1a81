"""One suite on one twin, served on loopback while pytest runs in a process of its own."""

from __future__ import annotations

import json
import os
import ssl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.process import BaseProcess

import attrs

from specc.driver.running.environment import environment_of
from specc.driver.selftesting.suites import Suite
from specc.driver.selftesting.tls import context_in
from specc.driver.selftesting.worker import Job, work
from specc.selftest.asked import Respond
from specc.serving.server import serving

PATIENCE = 300
"""Seconds that a suite may take."""

_ENDED_WELL = (0, 1, 5)


@attrs.frozen
class Seen:
    """What a test came to. `breach` is the rule that it says is broken."""

    rule: str
    obligation: str
    outcome: str
    message: str
    breach: str


@attrs.frozen
class Ran:
    """A run; `trouble` is what kept it from its end."""

    seen: tuple[Seen, ...]
    trouble: str = ""


def trial(
    suite: Suite, service: Respond, rule: str | None, tls: ssl.TLSVersion | None = None
) -> Ran:
    """Run the security tests of a suite, or those of one rule, on a service begun for it.

    It is served by http, or by https from a version of TLS on.
    """
    tests = [suite.file] if rule is None else suite.tests(rule)
    if not tests:
        return Ran(())
    with (
        tempfile.TemporaryDirectory(prefix="specc-twin-") as folder,
        _served(service, folder, tls) as (url, trusted),
    ):
        report = os.path.join(folder, "report.jsonl")
        environment = _environment() | {
            "SPECC_URLS": f"{suite.name}={url}",
            "SPECC_REPORT": report,
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            **trusted,
        }
        printed = os.path.join(folder, "printed.txt")
        code = _run(Job(suite.folder, printed, environment, tuple(tests)))
        seen = tuple(_seen(report, rule, suite))
        if code in _ENDED_WELL and seen:
            return Ran(seen)
        return Ran(seen, _trouble(code, printed))


@contextmanager
def _served(
    service: Respond, folder: str, oldest: ssl.TLSVersion | None
) -> Iterator[tuple[str, dict[str, str]]]:
    """The url of a service, and the variables by which a run trusts its certificate."""
    context, trusted = None, {}
    if oldest is not None:
        context, certificate = context_in(folder, oldest)
        trusted = {"SSL_CERT_FILE": certificate}
    with serving(("127.0.0.1", 0), service(), "twin", context) as url:
        yield url, trusted


def _run(job: Job) -> int | None:
    """Run pytest; its exit code, None where it was ended because it took too long."""
    process = _begun(job)
    try:
        process.join(PATIENCE)
        return process.exitcode
    finally:
        if process.is_alive():
            process.kill()
            process.join()


def _begun(job: Job) -> BaseProcess:
    """A process, begun from one that has loaded pytest already where systems can fork."""
    process: BaseProcess
    if "forkserver" in get_all_start_methods():
        forking = get_context("forkserver")
        forking.set_forkserver_preload([work.__module__, "specc.runtime.plugin"])
        process = forking.Process(target=work, args=(job,), daemon=True)
    else:
        process = get_context("spawn").Process(target=work, args=(job,), daemon=True)
    process.start()
    return process


def _trouble(code: int | None, printed: str) -> str:
    if code is None:
        return f"its suite took more than {PATIENCE} seconds"
    try:
        with open(printed, encoding="utf-8", errors="replace") as file:
            said = file.read().rstrip().splitlines()[-20:]
    except OSError:
        said = []
    return "\n".join([f"pytest ended with {code}", *said])


def _environment() -> dict[str, str]:
    kept = environment_of("", 7, ())
    return {
        name: value
        for name, value in kept.items()
        if name == "SPECC_SEED" or not name.startswith(("SPECC_", "PYTEST_"))
    }


def _seen(report: str, rule: str | None, suite: Suite) -> Iterator[Seen]:
    rules = {rule} if rule else {name for test in suite.security.tests for name in test.rules}
    try:
        with open(report, encoding="utf-8") as file:
            lines = file.readlines()
    except OSError:
        return
    for line in lines:
        event = json.loads(line)
        if event.get("event") != "test" or not event.get("obligation"):
            continue
        name = str(event["obligation"])
        yield Seen(
            next((each for each in rules if f".{each}." in f".{name}."), ""),
            name,
            str(event.get("outcome")),
            str(event.get("message") or event.get("reason") or ""),
            str((event.get("breach") or {}).get("rule") or ""),
        )
