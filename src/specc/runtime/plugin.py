"""The pytest side of a suite: obligations, services, cleaning up, redaction, the report.

A suite's conftest imports it; `pytest -p specc.runtime.plugin` does so from the outside. It follows
these environment variables: SPECC_SEED repeats a run, SPECC_ENV chooses the services' urls,
SPECC_URLS (`shop=http://127.0.0.1:8400`) says where they are whatever the spec says,
SPECC_ALLOW_HOSTS names more hosts that may be contacted, SPECC_REPORT is a file to report to;
`bounds` has those that limit a run.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Generator, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any, NoReturn, Protocol, TypeAlias

import pytest

from specc.runtime import actor, bounds, checks, client, launch, seed, spec_text, things, under_test
from specc.runtime.actor import Actor
from specc.runtime.broken import Broken
from specc.runtime.checks import Checks
from specc.runtime.json_text import Json
from specc.runtime.redacted_reports import redact_report
from specc.runtime.redaction import redacted
from specc.runtime.report_file import ReportFile
from specc.runtime.run_report import RunReport
from specc.runtime.security_budget import budget
from specc.runtime.service import ServiceUnavailable
from specc.runtime.under_test import Obligation
from specc.runtime.witness import witness

_UNAVAILABLE = 3
"""The exit status of a run that could not have a service it needs."""

_FACTS = ("rule", "severity", "cwe", "owasp", "fingerprint")
"""What JUnit files say of a finding, besides its text."""

_obligation = pytest.StashKey[Obligation]()
_report = pytest.StashKey[RunReport]()
_unavailable = pytest.StashKey[str]()


_Notes: TypeAlias = dict[str, Json]
"""What controller and workers of pytest-xdist tell each other."""


class _Node(Protocol):
    """What pytest-xdist's controller knows of a worker."""

    config: pytest.Config
    workerinput: _Notes


# A run begins and ends


def pytest_configure(config: pytest.Config) -> None:
    """Register the mark, choose the seed, open the report."""
    config.addinivalue_line(
        "markers", "obligation(id, spec): the promise of a spec that the test checks, and its line"
    )
    config.addinivalue_line(
        "markers", "security_fail_on(severity): findings that are milder are noted, and do not fail"
    )
    spec_text.look_in(config.rootpath)
    worker = _worker_input(config)
    path = os.environ.get("SPECC_REPORT")
    try:
        bounds.check()
        seed.start(_shared_seed(worker), "" if worker is None else str(worker["workerid"]))
        report = RunReport(ReportFile(Path(path))) if path and worker is None else None
    except (ValueError, OSError) as wrong:
        raise pytest.UsageError(str(wrong)) from None
    if path:
        witness.is_looking = True
    if report is not None:
        config.stash[_report] = report
        config.pluginmanager.register(report, "specc-report")
        report.file.write(
            "start", seed=seed.run_seed(), environment=os.environ.get("SPECC_ENV") or None
        )


def _worker_input(config: pytest.Config) -> _Notes | None:
    """What pytest-xdist gives a worker; None in a process that is none."""
    return getattr(config, "workerinput", None)


def _shared_seed(worker: _Notes | None) -> int | None:
    if worker is None or os.environ.get("SPECC_SEED"):
        return None
    if "specc_seed" in worker:
        return int(worker["specc_seed"])
    # The controller has not come across this plugin, but all workers know one and the same run.
    return zlib.crc32(str(worker.get("testrunuid", "")).encode())


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: _Node) -> None:
    """Give an xdist worker the seed of the run."""
    node.workerinput["specc_seed"] = seed.run_seed()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: _Node) -> None:
    """Take over what an xdist worker has to say about its part of the run."""
    output: _Notes = getattr(node, "workeroutput", {})  # a worker that crashed has none
    things.left_behind().extend(output.get("specc_left_behind", []))
    if report := node.config.stash.get(_report, None):
        report.saw(output.get("specc_witness", []))
    if "specc_unavailable" in output:
        node.config.stash[_unavailable] = output["specc_unavailable"]


def pytest_report_header() -> str:
    """Say how to repeat the run."""
    return f"specc seed {seed.run_seed()}: SPECC_SEED={seed.run_seed()} repeats this run"


@pytest.hookimpl(trylast=True)  # after pytest has torn down what it still has set up
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Delete what is still there, give the services back, close the report."""
    config = session.config
    try:
        things.delete_all()
    finally:
        launch.release_all()
        client.close_idle()
    unavailable = config.stash.get(_unavailable, None)
    output: _Notes | None = getattr(config, "workeroutput", None)
    if output is not None:
        output["specc_left_behind"] = things.left_behind()
        output["specc_witness"] = witness.told()
        if unavailable is not None:
            output["specc_unavailable"] = unavailable
    elif unavailable is not None:
        session.exitstatus = _UNAVAILABLE
    if report := config.stash.get(_report, None):
        report.saw(witness.told())
        report.finish(
            unavailable or "the run was ended before the test was",
            left_behind=things.left_behind(),
            seed=seed.run_seed(),
            interrupted=report.is_interrupted,
            unavailable=unavailable,
            status=int(session.exitstatus),
        )


# A test begins and ends


def pytest_itemcollected(item: pytest.Item) -> None:
    """Find out which obligation a test discharges; JUnit reports tell it as well."""
    mark = item.get_closest_marker("obligation")
    if mark is None:
        return
    name, spec, *tags = mark.args
    item.extra_keyword_matches.update(tags)
    callspec = getattr(item, "callspec", None)
    found = Obligation(f"{name}.{callspec.id}" if callspec else name, spec)
    item.stash[_obligation] = found
    item.user_properties += [("obligation", found.id), ("spec", found.spec)]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is more than a run may ask of an endpoint."""
    cases = [item for item in items if "change" in getattr(item, "fixturenames", ())]
    for place, why in bounds.left_out([str(item.path) for item in cases]).items():
        cases[place].add_marker(pytest.mark.skip(reason=why))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Have failures know which obligation they are about, and chance depend on the test alone."""
    found = item.stash.get(_obligation, None)
    under_test.set_current(found)
    if report := item.config.stash.get(_report, None):
        report.begin(item.nodeid, found.id if found else None, found.spec if found else None)
    seed.turn_to(item.nodeid)
    try:
        return (yield)
    finally:
        under_test.set_current(None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    """Skip a test, or end the run, where a service cannot be had."""
    __tracebackhide__ = True
    try:
        return (yield)
    except ServiceUnavailable as wrong:
        _do_without(item, wrong)
    except bounds.OutOfBoundsError as wrong:
        budget.end()
        pytest.skip(str(wrong))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Raise, at a test's end, what its checks have recorded."""
    __tracebackhide__ = True
    check: Checks | None = getattr(item, "funcargs", {}).get("check")
    try:
        yield
    except Broken as broken:
        recorded = check.take() if check else []
        raise checks.merged([*recorded, broken]) if recorded else broken from None
    except ServiceUnavailable as wrong:
        if not (check and check.recorded):
            _do_without(item, wrong)
    except bounds.OutOfBoundsError as wrong:
        if not (check and check.recorded):
            pytest.skip(str(wrong))
    except BaseException as wrong:
        if check and check.recorded:
            wrong.add_note(f"before that:\n{checks.merged(check.take())}")
        raise
    finally:
        budget.end()
    if check and (recorded := check.take()):
        raise checks.merged(recorded)


def _do_without(item: pytest.Item, wrong: ServiceUnavailable) -> NoReturn:
    message = redacted(str(wrong))
    if wrong.optional:
        pytest.skip(f"not run: {message}")
    item.config.stash[_unavailable] = message
    if _worker_input(item.config) is None:
        pytest.exit(message, _UNAVAILABLE)
    # A worker cannot end the run by itself; it tells the controller to.
    item.session.shouldstop = message
    pytest.skip("not run: " + message.partition("\n")[0])


@pytest.hookimpl(wrapper=True, tryfirst=True)  # the outermost: what others add is redacted as well
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add what our report needs, and take secrets out."""
    # What is set up may be needed by many tests, whose failures then say the same.
    with under_test.nobodys() if call.when == "setup" else nullcontext():
        report = yield
        _complete(report, item, call)
    return report


def _complete(report: pytest.TestReport, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
    about: dict[str, object] = {}
    if found := item.stash.get(_obligation, None):
        about |= {"obligation": found.id, "spec": found.spec}
    if report.failed and call.excinfo is not None:
        wrong = call.excinfo.value
        about["broken"] = isinstance(wrong, Broken)
        about["breach"] = wrong.breach if isinstance(wrong, Broken) else None
        about["found"] = wrong.found if isinstance(wrong, Broken) else None
        about["message"] = redacted(
            str(wrong) if isinstance(wrong, Broken) else call.excinfo.exconly()
        )
        if isinstance(wrong, Broken) and wrong.breach is not None:
            about["noted"] = _note(report, item, wrong.breach)
    report.specc = about  # type: ignore[attr-defined]  # reports keep what is added, under xdist too
    redact_report(report)


def _note(report: pytest.TestReport, item: pytest.Item, breach: Mapping[str, Any]) -> bool:
    """Tell JUnit of a security finding; whether it is milder than what fails, and fails not."""
    from specc.runtime.security.threshold import is_mild  # loads all rules: only where one is met

    item.user_properties += [(name, str(breach[name])) for name in _FACTS if breach[name]]
    if not is_mild(item, breach):
        return False
    report.outcome = "skipped"
    report.wasxfail = f"found, and milder than what fails: {breach['message']}"
    return True


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Take secrets out of what is said about tests that cannot even be imported."""
    report = yield
    redact_report(report)
    return report


# What tests may ask for


@pytest.fixture
def check() -> Iterator[Checks]:
    """The test's expectations: what is not met is recorded, and raised at the test's end."""
    recorder = Checks()
    checks.begin(recorder)
    yield recorder
    checks.end(recorder)


@pytest.fixture(scope="session")
def anonymous() -> Actor:
    """Nobody in particular: an actor without credentials."""
    return actor.anonymous


@pytest.fixture(autouse=True)
def _things_of_the_test() -> Iterator[None]:
    """Delete what a test makes once it is over, and before anything that outlives it is deleted."""
    with things.lasting() as made:
        yield
    made.delete()
