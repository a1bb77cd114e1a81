"""A run as other programs read it."""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from specc.runtime.load import exports, report
from specc.runtime.load.run import Run
from specc.runtime.load.stages import Stages, hold

from .running import quick, run_of
from .test_run import limit, profile

SAMPLE = re.compile(r'[a-z_]+\{([a-z]+="([^"\\]|\\.)*",?)+\} [0-9.]+')


@pytest.fixture(scope="module")
def run() -> Run:
    wanted = (limit("p95", "<", 5.0), limit("max", "<", 1e-9), limit("p50", "<", 1.0, "gone"))
    with quick() as (url, _):
        return run_of(profile(url, users=Stages(hold(2, 1)), require=wanted))


def test_junit(run: Run) -> None:
    (suite,) = ElementTree.fromstring(exports.junit(run))
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "1", "1")
    held, broken, skipped = suite
    assert [child.tag for child in held] in ([], ["error"])  # an error if the run is invalid
    assert [child.tag for child in broken] == ["failure"]
    assert "t.bts:9" in broken[0].attrib["message"]
    assert [child.tag for child in skipped] == ["skipped"]


def test_csv(run: Run) -> None:
    endpoint, flow = csv.DictReader(exports.endpoints_csv(run).splitlines())
    series = run.tally.series["get"]
    assert (endpoint["kind"], endpoint["name"], flow["kind"]) == ("endpoint", "get", "flow")
    assert int(endpoint["requests"]) == series.measured
    assert float(endpoint["max"]) == pytest.approx(series.histogram.most / 1e6)
    seconds = list(csv.DictReader(exports.seconds_csv(run).splitlines()))
    assert sum(int(row["requests"]) for row in seconds) == series.measured


def test_prometheus(run: Run) -> None:
    lines = exports.prometheus(run).splitlines()
    samples = [line for line in lines if not line.startswith("#")]
    assert all(SAMPLE.fullmatch(line) for line in samples)
    count = run.tally.series["get"].measured
    of = 'profile="p",endpoint="get",method="GET"'
    assert f"specc_load_requests_total{{{of}}} {count}" in samples
    assert f"specc_load_latency_seconds_count{{{of}}} {count}" in samples
    assert 'specc_load_threshold_held{profile="p",id="p.max"} 0' in samples
    kinds = [line.split()[2] for line in lines if line.startswith("# TYPE")]
    assert len(kinds) == len(set(kinds))


def test_the_page_links_to_all_of_them(run: Run, tmp_path: Path) -> None:
    written = report.write(run, tmp_path)
    page = (tmp_path / "p.html").read_text()
    for place in written:
        assert place.read_text()
        assert place.suffix == ".html" or f'href="{place.name}"' in page
