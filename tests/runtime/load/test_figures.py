"""Growth, regressions and monitors: what is said is what the numbers bear out."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.runtime.load import growth, regression
from specc.runtime.load.histogram import Histogram
from specc.runtime.load.monitors import (
    PROCESSOR,
    MonitorError,
    ProcessMonitor,
    PrometheusMonitor,
    gauges_in,
)
from specc.runtime.load.profile import Threshold
from specc.runtime.load.slope import theil_sen
from specc.runtime.load.tally import MEMORY, Tally, Window

from .awkward import awkward, plain
from .running import quick, service

GROWTH = Threshold("p.memory_growth", "memory growth", "<", 5e6 / 3600, "t.bts:1", "memory growth")
WORSE = Threshold("p.regression.p95", "p95", "<", 0.1, "t.bts:1", "p95 < 10%", relative=True)


@given(st.floats(-1e6, 1e6), st.floats(-1e9, 1e9))
def test_the_slope_of_a_line_is_its_slope(slope: float, start: float) -> None:
    found = theil_sen([(float(at), start + slope * at) for at in range(20)])
    assert found is not None
    assert found.value == pytest.approx(slope, abs=1e-5)
    assert found.low <= found.value <= found.high


def test_outliers_do_not_move_it() -> None:
    chance = random.Random(3)
    points = [(float(at), 2.0 * at + chance.gauss(0, 1)) for at in range(100)]
    points[10] = (10.0, 1e6)
    points[90] = (90.0, -1e6)
    found = theil_sen(points)
    assert found is not None
    assert found.value == pytest.approx(2.0, abs=0.05)
    assert found.low < 2.0 < found.high


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    chance = random.Random(5)
    held = 0
    for _ in range(200):
        found = theil_sen([(float(at), 3.0 * at + chance.gauss(0, 20)) for at in range(30)])
        assert found is not None
        held += found.low <= 3.0 <= found.high
    assert 180 <= held <= 200


def memory(values: list[float], warm_up: float = 0.0) -> Tally:
    tally = Tally(warm_up)
    tally.measured_from = warm_up
    tally.windows = [
        Window(float(at), Histogram(), gauges={MEMORY: value}) for at, value in enumerate(values)
    ]
    return tally


def test_memory_that_grows_is_broken_and_steady_memory_is_held() -> None:
    growing = [1e8 + 10_000 * at for at in range(60)]
    assert growth.judge(GROWTH, memory(growing)).outcome == "broken"
    assert growth.judge(GROWTH, memory([1e8] * 60)).outcome == "held"
    # What a server takes while it warms up is no leak.
    assert growth.judge(GROWTH, memory([*growing, *[1.1e8] * 30], warm_up=60)).outcome == "held"


def test_where_the_noise_is_too_loud_nothing_is_said() -> None:
    chance = random.Random(1)
    found = growth.judge(GROWTH, memory([1e8 + chance.gauss(0, 1e6) for _ in range(20)]))
    assert found.outcome == "not run"
    assert "a longer run would tell" in found.reason
    assert growth.judge(GROWTH, memory([])).outcome == "not run"


SLOWER = Threshold("p.p95_growth", "p95 growth", "<", 0.1, "t.bts:1", "p95 growth < 10%")


def course(change: float, seconds: int, name: str = "") -> Tally:
    """Latencies that change by a share over the run, with outliers; of all, or of one endpoint."""
    chance = random.Random(7)
    tally = Tally()
    for at in range(seconds):
        window = Window(float(at), Histogram())
        pace = 10_000 * (1 + change * at / seconds) * (40 if chance.random() < 0.05 else 1)
        into = window.part(name).histogram if name else window.histogram
        into.add_all([int(chance.lognormvariate(0, 0.4) * pace) for _ in range(100)])
        tally.windows.append(window)
    return tally


@pytest.mark.parametrize("metric", ["p50 growth", "p95 growth", "mean growth"])
@pytest.mark.parametrize("seconds", [60, 1000])
def test_latency_that_grows_is_broken_and_steady_latency_is_not(metric: str, seconds: int) -> None:
    wanted = attrs.evolve(SLOWER, metric=metric)
    grown = growth.judge(wanted, course(0.8, seconds))
    assert grown.outcome == "broken"
    assert grown.value == pytest.approx(0.8, abs=0.25)
    assert "with 95 % confidence" in grown.reason
    assert growth.judge(wanted, course(0.0, seconds)).outcome in ("held", "not run")
    assert growth.judge(wanted, course(-0.5, seconds)).outcome == "held"
    apart = attrs.evolve(wanted, of="get")
    assert growth.judge(apart, course(0.8, seconds, "get")).outcome == "broken"
    assert growth.judge(apart, course(0.8, seconds)).outcome == "not run"


def test_how_much_latency_grows_is_in_the_interval_about_as_often_as_it_says() -> None:
    chance = random.Random(11)
    right = 0
    for _ in range(60):
        tally = Tally()
        for at in range(40):
            window = Window(float(at), Histogram())
            pace = 10_000 * (1 + 0.3 * (at + 0.5) / 40)
            window.histogram.add_all(
                [int(chance.lognormvariate(0, 0.4) * pace) for _ in range(150)]
            )
            tally.windows.append(window)
        low, high = (
            growth.judge(attrs.evolve(SLOWER, limit=limit), tally).outcome
            for limit in (0.3 * 39 / 40 - 1e-9, 0.3 * 39 / 40 + 1e-9)
        )
        right += (low, high) == ("not run", "not run")
    assert right >= 52


def tally_of(latency: float, chance: random.Random, count: int = 30) -> Tally:
    tally = Tally()
    for at in range(count):
        histogram = Histogram()
        pace = latency * chance.uniform(0.9, 1.1)
        histogram.add_all([int(chance.lognormvariate(0, 0.5) * pace) for _ in range(200)])
        tally.windows.append(Window(float(at), histogram))
    return tally


def test_a_service_that_is_as_it_was_is_held_and_a_slower_one_is_not(tmp_path: Path) -> None:
    chance = random.Random(2)
    place = tmp_path / "kept" / "p.json"
    regression.save(tally_of(10_000, chance), place)
    kept = regression.load(place)
    same = regression.judge(WORSE, tally_of(10_000, chance), kept)
    slower = regression.judge(WORSE, tally_of(13_000, chance), kept)
    quicker = regression.judge(WORSE, tally_of(7_000, chance), kept)
    assert [same.outcome, slower.outcome, quicker.outcome] == ["held", "broken", "held"]
    assert slower.value == pytest.approx(0.3, abs=0.1)


def test_one_endpoint_is_compared_by_itself(tmp_path: Path) -> None:
    slow = Threshold("p", "p95", "<", 0.1, "t.bts:1", "p95", of="rare", relative=True)
    often = Threshold("p", "p95", "<", 0.1, "t.bts:1", "p95", of="often", relative=True)
    chance = random.Random(5)
    place = tmp_path / "kept.json"
    regression.save(two_endpoints(10_000, chance), place)
    now, kept = two_endpoints(20_000, chance), regression.load(place)
    assert regression.judge(slow, now, kept).outcome == "broken"
    assert regression.judge(often, now, kept).outcome == "held"
    assert regression.judge(WORSE, now, kept).outcome == "held"  # it is few among many
    assert regression.judge(attrs.evolve(slow, of="gone"), now, kept).outcome == "not run"


def two_endpoints(rare: float, chance: random.Random) -> Tally:
    tally = Tally(apart=frozenset({"rare", "often"}))
    for second in range(1, 31):
        tally.of("rare", "GET").samples += [int(chance.gauss(rare, rare / 20)) for _ in range(6)]
        tally.of("often", "GET").samples += [int(chance.gauss(1e5, 5e3)) for _ in range(200)]
        tally.fold(float(second))
    return tally


def test_chance_alone_rarely_breaks_a_regression() -> None:
    chance = random.Random(8)
    broken = 0
    for _ in range(60):
        kept = regression.steady(tally_of(10_000, chance, 12))
        broken += regression.judge(WORSE, tally_of(10_000, chance, 12), kept).outcome == "broken"
    assert broken <= 4


def test_too_few_windows_say_nothing() -> None:
    chance = random.Random(2)
    kept = regression.steady(tally_of(10_000, chance))
    found = regression.judge(WORSE, tally_of(10_000, chance, 3), kept)
    assert found.outcome == "not run"
    assert "at least 8" in found.reason


def test_baselines_that_cannot_be_read_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(regression.BaselineError, match="there is no baseline"):
        regression.load(tmp_path / "none.json")
    for text in ("", "[]", '{"windows": [1]}', '{"windows": [{"times": {}}]}'):
        (tmp_path / "odd.json").write_text(text)
        with pytest.raises(regression.BaselineError, match="can't be read"):
            regression.load(tmp_path / "odd.json")


def test_the_process_that_listens_is_watched() -> None:
    with quick() as (url, process):
        monitor = ProcessMonitor(service(url))
        monitor.read()
        gauges = monitor.read()
        assert gauges[MEMORY] > 1e6
        assert gauges[PROCESSOR] >= 0
        process.kill()
        process.wait()
        with pytest.raises(MonitorError):
            monitor.read()
        with pytest.raises(MonitorError, match="no process of yours"):
            ProcessMonitor(service(url))


def test_processes_elsewhere_are_not_watched() -> None:
    with pytest.raises(MonitorError, match="on another machine"):
        ProcessMonitor(service("https://shop.example", allow_hosts=("shop.example",)))


TEXT = """
# HELP process_resident_memory_bytes Memory.
process_resident_memory_bytes 1.5e+07
http_requests_total{method="get",path="/x{y}"} 3
http_requests_total{method="post"} 9
weird NaN
infinite +Inf
broken line here
up 1 1700000000
"""


def test_prometheus() -> None:
    assert gauges_in(TEXT) == {
        "process_resident_memory_bytes": 1.5e7,
        MEMORY: 1.5e7,
        "http_requests_total": 3.0,
        "up": 1.0,
    }
    with awkward(lambda it: it.send(plain(TEXT.encode(), "Content-Type: text/plain"))) as server:
        monitor = PrometheusMonitor(f"{server.url}/metrics", service(server.url))
        assert monitor.read()["up"] == 1.0
    with pytest.raises(MonitorError, match="tells nothing"):
        monitor.read()
    outside = PrometheusMonitor("http://metrics.example/m", service(server.url))
    with pytest.raises(MonitorError, match="refused to contact"):
        outside.read()


def test_the_engine_does_not_bring_in_locust() -> None:
    code = (
        "import sys, specc.runtime.load.run, specc.runtime.load.report; "
        "sys.exit('locust' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    code = "import sys, specc.cli.app, specc.runtime; sys.exit('gevent' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
