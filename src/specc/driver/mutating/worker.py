"""Inside pytest: the suite is collected once, and then run in a child process for each mutant.

The child has the mock in a thread of its own, so that nothing of one mutant is left for the next.
Loaded by `pytest -p`; what to do is in the file that SPECC_MUTATE names.
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Generator, Sequence
from functools import partial
from typing import Any

import attrs
import pytest

from specc.driver.mutating.chosen import chosen
from specc.driver.stages import plans
from specc.mock.defects import Defects
from specc.mock.mock import Mock, serve
from specc.mutate.explain import explanation
from specc.mutate.mutant import Mutant
from specc.mutate.registry import mutants_of
from specc.plan.nodes import Plan

POLL_SECONDS = 0.01


@attrs.define(eq=False)
class Observed:
    """What became of each test in a run, and which endpoints were called for it."""

    failed: dict[str, str] = attrs.field(factory=dict)
    """The obligations that are broken, with the first line of what was said."""
    skipped: set[str] = attrs.field(factory=set)
    calls: set[str] = attrs.field(factory=set)
    """The endpoints called since someone last looked."""
    by_fixture: dict[str, set[str]] = attrs.field(factory=dict)

    def take(self) -> set[str]:
        """The endpoints called since the last look."""
        taken, self.calls = self.calls, set()
        return taken


_observed = pytest.StashKey[Observed]()


def obligation_of(item: pytest.Item) -> str:
    """The id of the obligation that a test discharges; the test's own name where it has none."""
    return next(
        (str(value) for key, value in item.user_properties if key == "obligation"), item.nodeid
    )


def pytest_configure(config: pytest.Config) -> None:
    """Watch the tests."""
    config.stash[_observed] = Observed()
    config.pluginmanager.register(_Reports(config.stash[_observed]), "specc-mutating")


class _Reports:
    def __init__(self, observed: Observed) -> None:
        self._observed = observed

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        about: dict[str, Any] = getattr(report, "specc", {})
        name = str(about.get("obligation") or report.nodeid)
        if report.failed:
            said = str(about.get("message") or report.longreprtext).partition("\n")[0]
            self._observed.failed.setdefault(name, said)
        elif report.skipped:
            self._observed.skipped.add(name)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(
        self, fixturedef: pytest.FixtureDef[Any]
    ) -> Generator[None, object, object]:
        before = self._observed.take()
        try:
            return (yield)
        finally:
            made = self._observed.take()
            self._observed.by_fixture.setdefault(fixturedef.argname, set()).update(made)
            self._observed.calls |= before | made


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run the suite on the healthy mock, and then on each mutant."""
    if session.testsfailed:  # a suite that can't be imported has no tests to run
        raise session.Interrupted("the suite can't be collected")
    with open(os.environ["SPECC_MUTATE"], encoding="utf-8") as file:
        job = json.load(file)
    _Loop(session, job, list(session.items)).run()
    return True


@attrs.define(eq=False)
class _Loop:
    session: pytest.Session
    job: dict[str, Any]
    items: list[pytest.Item]
    children: dict[int, tuple[float, Mutant]] = attrs.field(factory=dict)

    def run(self) -> None:
        made = next(
            each for each in plans([self.job["spec"]]).suites if each.root == self.job["spec"]
        )
        every = mutants_of(made.suite) if self.job["mutants"] else ()
        mutants = chosen(every, self.job["only"], self.job["endpoints"])
        self.say("mutants", total=len(mutants))
        try:
            aside, touched = self.healthy(made.suite)
            self.say("healthy", set_aside=aside, tests=len(self.items))
            self.rest(made.plan, made.suite, mutants, aside, touched)
        finally:
            for pid in self.children:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)

    def say(self, event: str, **facts: object) -> None:
        """Write a line to the report: whole, whoever else writes to it."""
        line = json.dumps({"event": event, **facts}) + "\n"
        handle = os.open(self.job["report"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, line.encode())
        finally:
            os.close(handle)

    def healthy(self, suite: Any) -> tuple[dict[str, str], dict[str, set[str]]]:
        """What the healthy mock breaks, and which endpoints are called for each test.

        It is run twice, with other chance: what holds only now and then can't tell of a mutant.
        """
        answers = []
        for turn in (0, 1):
            read, write = os.pipe()
            pid = os.fork()
            if pid == 0:
                os.close(read)
                self._child(partial(self._watch, suite, turn, write))
            os.close(write)
            answers.append((pid, read))
        aside: dict[str, str] = {}
        skipped: set[str] = set()
        touched: dict[str, set[str]] = {}
        for pid, read in answers:
            with open(read, "rb") as pipe:
                text = pipe.read()
            os.waitpid(pid, 0)
            told = json.loads(text) if text else {"failed": {}, "skipped": [], "touched": {}}
            if not text:
                self.say("trouble", text="the suite could not be run on the healthy mock")
            aside |= told["failed"]
            skipped.update(told["skipped"])
            for name, endpoints in told["touched"].items():
                touched.setdefault(name, set()).update(endpoints)
        # A test that isn't run tells nothing: one whose requests are made up if asked to, say.
        self.items = [item for item in self.items if obligation_of(item) not in skipped]
        return aside, touched

    def _watch(self, suite: Any, turn: int, write: int) -> None:
        observed = self.session.config.stash[_observed]
        own: dict[str, set[str]] = {}

        def after(item: pytest.Item) -> bool:
            own[obligation_of(item)] = observed.take()
            return False

        mock = Mock.of(suite, os.environ, self.job["seed"] + turn)
        mock.heard = lambda name: observed.calls.add(name)
        self._run(mock, self.session.items, after)
        if mock.troubles:
            self.say("trouble", text=f"the mock itself failed: {mock.troubles[0]}")
        for item in self.session.items:
            for fixture in getattr(item, "fixturenames", ()):
                own.setdefault(obligation_of(item), set()).update(
                    observed.by_fixture.get(fixture, ())
                )
        told = {
            "failed": observed.failed,
            "skipped": sorted(observed.skipped),
            "touched": {name: sorted(endpoints) for name, endpoints in own.items()},
        }
        with open(write, "wb") as pipe:
            pipe.write(json.dumps(told).encode())

    def rest(
        self,
        plan: Plan,
        suite: Any,
        mutants: Sequence[Mutant],
        aside: dict[str, str],
        touched: dict[str, set[str]],
    ) -> None:
        """Run the mutants, a few at a time."""
        for mutant in mutants:
            while len(self.children) >= self.job["workers"]:
                self.reap()
            items = [
                item
                for item in self.items
                if (name := obligation_of(item)) not in aside
                and mutant.endpoint in touched.get(name, ())
            ]
            items.sort(key=partial(_nearness, mutant))
            pid = os.fork()
            if pid == 0:
                self._child(partial(self._judge, plan, suite, mutant, items, aside))
            self.children[pid] = (time.monotonic(), mutant)
        while self.children:
            self.reap()

    def reap(self) -> None:
        """Wait for a child to end; one that takes too long is ended, which is noticing too."""
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid in self.children:
            _, mutant = self.children.pop(pid)
            if status != 0:
                self.say("mutant", id=mutant.id, outcome="error", by="", message="its run crashed")
            return
        now = time.monotonic()
        for late, (began, mutant) in list(self.children.items()):
            if now - began > self.job["timeout"]:
                os.kill(late, signal.SIGKILL)
                os.waitpid(late, 0)
                del self.children[late]
                limit = f"its tests did not end within {self.job['timeout']:g} s"
                self.say("mutant", id=mutant.id, outcome="timeout", by="", message=limit)
        time.sleep(POLL_SECONDS)

    def _child(self, action: Callable[[], None]) -> None:
        """Do something in the child process, and end it: nothing of pytest's goes on there."""
        code = 1
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
            manager = self.session.config.pluginmanager
            for name in ("terminalreporter", "specc-report"):
                if manager.has_plugin(name):
                    manager.unregister(name=name)
            action()
            code = 0
        finally:
            os._exit(code)

    def _judge(
        self,
        plan: Plan,
        suite: Any,
        mutant: Mutant,
        items: Sequence[pytest.Item],
        aside: dict[str, str],
    ) -> None:
        observed = self.session.config.stash[_observed]
        defects = Defects(mutant.defect)
        mock = Mock.of(suite, os.environ, self.job["seed"], defects=defects)
        self._run(mock, items, lambda _item: bool(observed.failed))
        for name, said in observed.failed.items():
            self.say("mutant", id=mutant.id, outcome="killed", by=name, message=said)
            return
        reason = explanation(mutant, plan, aside, len(items), defects.reached)
        # What the mock was told to believe makes a difference whenever the endpoint is called.
        reached = bool(items) and (defects.reached or mutant.defect.spec is not None)
        outcome = "survived" if reached else "unreached"
        self.say("mutant", id=mutant.id, outcome=outcome, by="", message=reason)

    def _run(
        self, mock: Mock, items: Sequence[pytest.Item], after: Callable[[pytest.Item], bool]
    ) -> None:
        """Run tests on a mock, until `after` has seen enough."""
        with serve(mock, {}) as urls:
            os.environ["SPECC_URLS"] = ",".join(f"{name}={url}" for name, url in urls.items())
            following = [*items[1:], None] if items else []
            for item, coming in zip(items, following, strict=True):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=coming)
                if after(item):
                    break


def _nearness(mutant: Mutant, item: pytest.Item) -> int:
    """How likely a test is to notice: the lower, the likelier."""
    obligation = obligation_of(item)
    for at, name in enumerate(mutant.expected):
        if obligation == name or obligation.startswith(f"{name}."):
            return at
    if obligation.startswith(f"{mutant.endpoint}."):
        return 10
    return 30 if obligation.startswith("test.") else 20
