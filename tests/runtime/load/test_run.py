"""Runs: what is counted is what the server did, and what is said of it is right."""

from __future__ import annotations

import json
import random
import signal
import time
from typing import Any

import pytest

from specc.runtime import Actor, Contract, Endpoint, equal
from specc.runtime.load import report
from specc.runtime.load.caller import Caller
from specc.runtime.load.prepared import call
from specc.runtime.load.profile import Profile, Think, Threshold
from specc.runtime.load.stages import Stages, hold, ramp
from specc.runtime.load.summary import summary
from specc.runtime.load.verdict import measured

from .running import answered, quick, run_of, service


def profile(url: str, wanted: object = 1, **settings: Any) -> Profile:
    """A profile of one flow with one request, whose id is expected to be `wanted`."""
    place = service(url, timeout=settings.pop("timeout", 5.0))
    thing = Contract("Thing", {"type": "object", "required": ["id", "status"]})
    endpoint = Endpoint("get", "GET", "/x", spec="t.bts:1", service=place, returns={200: thing})
    get = call(endpoint, expects=200, at="t.bts:2")

    def browse(caller: Caller) -> None:
        thing = caller.send(get)
        with caller.check("t.bts:3", f"thing.id == {wanted}", thing):
            equal(thing["id"], wanted)

    return Profile("p", {browse: 1}, at="t.bts:4", services=(place,), **settings)


def limit(metric: str, operator: Any, value: float, of: str | None = None) -> Threshold:
    said = f"{metric} {operator} {value}"
    return Threshold(f"p.{metric}", metric, operator, value, "t.bts:9", said, of)


def test_the_server_counts_what_we_count() -> None:
    with quick() as (url, _):
        run = run_of(profile(url, users=Stages(hold(8, 1))))
        seen = len(answered(url))
    series = run.tally.series["get"]
    assert series.measured == seen > 8
    assert series.histogram.count == seen
    assert sum(window.requests for window in run.tally.windows) == seen
    assert run.tally.flows["browse"].measured == seen
    assert not series.failed


def test_a_wrong_expectation_fails_every_request() -> None:
    with quick() as (url, _):
        run = run_of(
            profile(url, 2, users=Stages(hold(4, 0.5)), require=(limit("errors", "<", 0.01),))
        )
        seen = len(answered(url))
    series = run.tally.series["get"]
    assert series.measured_failed == series.measured == seen
    assert [verdict.outcome for verdict in run.verdicts] == ["broken"]
    assert run.verdicts[0].value == 1.0
    assert report.outcome(run) == "broken"
    assert "t.bts:3" in summary(run)


def test_arrivals_do_not_wait_for_answers() -> None:
    with quick("--delay", "0.4") as (url, _):
        run = run_of(profile(url, arrivals=Stages(hold(100, 1))))
        seen = len(answered(url))
    assert seen == 100
    assert run.tally.begun == 100
    assert run.tally.series["get"].histogram.least >= 400_000


def test_poisson_arrivals_follow_their_schedule() -> None:
    stages = Stages(ramp(50, 150, 1))
    with quick() as (url, _):
        run = run_of(profile(url, arrivals=stages, poisson=True))
        seen = len(answered(url))
    assert seen == len(list(stages.arrivals(random.Random(1))))
    assert run.tally.series["get"].measured == seen


def test_warm_up_is_left_out() -> None:
    with quick() as (url, _):
        run = run_of(profile(url, arrivals=Stages(hold(100, 2)), warm_up=1.0))
        seen = len(answered(url))
    assert seen == 200
    assert run.tally.series["get"].measured < 150
    assert 0.5 < run.tally.seconds < 1.5
    assert sum(window.requests for window in run.tally.windows) == 200


def test_what_fails_in_the_warm_up_is_left_out_too() -> None:
    with quick() as (url, _):
        run = run_of(profile(url, 2, arrivals=Stages(hold(100, 2)), warm_up=1.0))
    series = run.tally.series["get"]
    assert series.measured_failed == series.measured < 150
    assert sum(series.measured_kinds.values()) == series.measured_failed
    assert f"{series.measured_failed} x get" in summary(run)


def test_think() -> None:
    with quick() as (url, _):
        run = run_of(profile(url, users=Stages(hold(2, 1)), think=Think(0.2)))
        assert len(answered(url)) <= 12
    assert run.tally.series["get"].measured >= 2


def test_a_server_that_goes_away() -> None:
    with quick() as (url, process):
        wanted = profile(url, users=Stages(hold(4, 30)), require=(limit("errors", "<", 0.5),))
        import gevent

        gevent.spawn_later(0.5, process.send_signal, signal.SIGKILL)
        before = time.monotonic()
        run = _run_until_aborted(wanted)
        assert time.monotonic() - before < 25
    kinds = " ".join(run.tally.series["get"].kinds)
    assert "nothing listens" in kinds
    assert "nothing listens" in summary(run)
    assert run.tally.series["get"].histogram.count > 10


def _run_until_aborted(wanted: Profile) -> Any:
    """Runs until half of all is lost."""
    from attrs import evolve

    aborting = evolve(wanted, abort=(limit("errors", ">", 0.01),))
    run = run_of(aborting)
    assert "abort when errors > 0.01" in run.wants_stop
    return run


def test_a_server_that_was_never_there() -> None:
    with quick() as (url, process):
        process.kill()
        process.wait()
        run = run_of(profile(url, users=Stages(hold(8, 20))))
    assert "gives no answer" in run.wants_stop
    assert report.outcome(run) == "broken" or not run.tally.whole.count


def test_the_report_holds_all_of_it(tmp_path: Any) -> None:
    wanted = (limit("p95", "<", 5.0), limit("throughput", ">", 1e9), limit("max", "<", 9.0, "get"))
    with quick() as (url, _):
        run = run_of(profile(url, users=Stages(hold(2, 1)), require=wanted))
    places = report.write(run, tmp_path / "deep" / "down")
    told = json.loads(places[0].read_text())
    page = places[1].read_text()
    assert [each["outcome"] for each in told["thresholds"]] == ["held", "broken", "held"]
    assert told["endpoints"]["get"]["requests"] == run.tally.series["get"].measured
    assert told["all"]["p99"] <= told["all"]["max"]
    assert page.count("<svg") >= 5
    assert "t.bts:9" in page
    assert "<script" not in page
    assert "http://" not in page.replace("http://www.w3.org", "")


def test_metrics_are_those_of_the_samples() -> None:
    with quick() as (url, _):
        run = run_of(profile(url, users=Stages(hold(1, 0.3))))
    series = run.tally.series["get"]
    times = series.histogram
    assert measured(limit("mean", "<", 1), run.tally) == times.mean / 1e6
    assert measured(limit("max", "<", 1), run.tally) == times.most / 1e6
    assert measured(limit("p999", "<", 1), run.tally) == times.percentile(99.9) / 1e6
    assert measured(limit("p50", "<", 1, "browse"), run.tally) is not None
    assert measured(limit("p50", "<", 1, "nowhere"), run.tally) is None


def test_actors_are_made_once_and_taken_in_turn() -> None:
    made: list[str] = []

    def maker(name: str) -> Any:
        def make() -> Actor:
            made.append(name)
            return Actor(name)

        return make

    with quick() as (url, _):
        run = run_of(profile(url, users=Stages(hold(6, 0.3)), actors=(maker("a"), maker("b"))))
    assert made == ["a", "b"]
    assert len(run.identities) == 2


@pytest.mark.slow
def test_a_frozen_server_shows_in_full() -> None:
    """Frozen for 1 s in 10: the percentiles are those that the server's own clock gives.

    A machine with other things to do can only add to what is measured, so the best of three counts,
    and a tail that is left out would be far more than this off. `benchmarks/load_truth.py` says how
    near it comes on a machine that has nothing else to do.
    """
    off = min(_off_from_truth() for _ in range(3))
    assert off <= 0.05


def _off_from_truth() -> float:
    """How far p95 and p99 are from what the schedule and the server's clock give, as a share."""
    rate, seconds = 200, 20
    with quick("--freeze", "10", "1") as (url, _):
        run = run_of(profile(url, arrivals=Stages(hold(rate, seconds)), timeout=10.0))
        moments = sorted(answered(url))
    due = [run.started + (index + 0.5) / rate for index in range(rate * seconds)]
    assert len(moments) == len(due)
    # Whoever came first was answered first.
    truth = sorted(moment - arrival for moment, arrival in zip(moments, due, strict=True))
    worst = 0.0
    for percent in (95, 99):
        right = truth[round(percent / 100 * len(truth)) - 1]
        assert right > 0.3, "the server was frozen"
        worst = max(worst, abs(run.tally.whole.percentile(percent) / 1e6 / right - 1))
    return worst
