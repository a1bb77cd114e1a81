"""Load profiles."""

import pytest

from specc.syntax.nodes.load import (
    Find,
    Load,
    LoadHosts,
    Mix,
    Monitor,
    Regression,
    Require,
    Stages,
    Think,
)
from tests.syntax.reading import codes, declaration


def entry(text: str):
    (only,) = declaration(f"load x {{\n{text}\n}}").entries
    return only


def test_a_profile() -> None:
    made = declaration("load checkout as alice {\n mix { 1 buy }\n think 1s\n}")
    assert isinstance(made, Load)
    assert made.actor is not None
    assert (made.name.text, made.actor.text, made.soak, len(made.entries)) == (
        *("checkout", "alice", False),
        2,
    )
    assert declaration("soak night {}").soak


@pytest.mark.parametrize("text", ["mix { 8 browse, 2 buy }", "mix {\n 8 browse\n 2 buy,\n}"])
def test_a_mix(text: str) -> None:
    made = entry(text)
    assert isinstance(made, Mix)
    assert [(one.weight, one.target.text) for one in made.entries] == [(8, "browse"), (2, "buy")]


def test_think() -> None:
    assert isinstance(entry("think 1s..3s"), Think)
    assert entry("think 500ms").high is None


@pytest.mark.parametrize(
    ("text", "model", "kinds"),
    [
        ("users { ramp 0 -> 200 over 30s\n hold 200 for 5m }", "users", ["ramp", "hold"]),
        ("rate { ramp 10/s -> 500/s over 2m }", "rate", ["ramp"]),
        ("users { step 10 -> 100 by 10 every 30s, spike 500 for 10s }", "users", ["step", "spike"]),
        ('users { hold env("USERS", 20) for 1m }', "users", ["hold"]),
    ],
)
def test_stages(text: str, model: str, kinds: list[str]) -> None:
    made = entry(text)
    assert isinstance(made, Stages)
    assert (made.model, [stage.kind for stage in made.stages]) == (model, kinds)


@pytest.mark.parametrize(
    "text",
    [
        "require { p95 < 300ms, p99 of shop.create < 800ms, errors < 0.1%, throughput > 50/s }",
        "require {\n p95 < 300ms\n p99 of shop.create < 800ms\n errors < 0.1%\n"
        " throughput > 50/s\n}",
    ],
)
def test_thresholds(text: str) -> None:
    made = entry(text)
    assert isinstance(made, Require)
    metrics = [(one.metric.name, one.metric.target is not None) for one in made.thresholds]
    assert metrics == [("p95", False), ("p99", True), ("errors", False), ("throughput", False)]


def test_what_is_looked_for() -> None:
    made = entry("find saturation until p95 > 500ms or errors > 1%")
    assert isinstance(made, Find)
    assert (made.what, len(made.until)) == ("saturation", 2)


def test_the_other_entries() -> None:
    growth = entry("require { memory growth < 5MB/h }").thresholds[0]
    assert (growth.metric.name, growth.limit.unit) == ("memory growth", "MB/h")
    assert isinstance(entry("monitor process"), Monitor)
    assert entry('monitor prometheus "http://127.0.0.1:9090"').url is not None
    assert isinstance(entry("regression p95 < 10%"), Regression)
    assert isinstance(entry('allow hosts "a.example", "b.example"'), LoadHosts)


def test_two_on_a_line_are_told_apart() -> None:
    assert codes("load x {\n mix { 1 a 2 b }\n think 1s\n}") == ["BTS001"]
