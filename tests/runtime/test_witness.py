"""What a run remembers of the calls that it made."""

from __future__ import annotations

import json
from itertools import pairwise
from statistics import median

import pytest

from specc.runtime import Actor, Contract
from specc.runtime import actor as actors
from specc.runtime.sample import MOST, Sample
from specc.runtime.witness import MOST_SHAPES, Witness

from .stage import Answer, Stage

ANY = Contract("Any", True)


@pytest.fixture
def witness(monkeypatch: pytest.MonkeyPatch) -> Witness:
    found = Witness()
    found.is_looking = True
    monkeypatch.setattr(actors, "witness", found)
    return found


def test_shapes_are_kept_and_no_values(stage: Stage, witness: Witness) -> None:
    endpoint = stage.endpoint(
        "POST", "/a", query=("limit", "page"), body="json", returns={201: ANY}
    )
    body = {"title": "secret words", "parent": None, "lines": [{"sku": "A"}, {"sku": "B", "n": 1}]}
    answer = Answer.json({"id": 1, "tags": [], "inner": {"x": None}}, 201)
    stage.respond = lambda _: answer
    Actor("ann").call(endpoint, {"limit": 5, "page": None}, body=body)
    [told] = witness.told()
    [[status, count, [seconds]]] = told.pop("times")
    assert (status, count) == (201, 1)
    assert 0 < seconds < 10
    assert told == {
        "endpoint": "the_endpoint",
        "callers": [["ann", 201, 1]],
        "sent": [
            ["body", [["lines", "parent", "title"]]],
            ["body.lines[]", [["n", "sku"], ["sku"]]],
            ["body.parent?", [["null"]]],
            ["params", [["limit"]]],
        ],
        "answered": [
            [
                201,
                [
                    ["body", [["id", "inner", "tags"]]],
                    ["body.inner", [["x"]]],
                    ["body.inner.x?", [["null"]]],
                ],
            ]
        ],
    }
    assert "secret words" not in json.dumps(told)


def test_what_is_no_json_has_no_shape(stage: Stage, witness: Witness) -> None:
    endpoint = stage.endpoint("GET", "/a", returns={200: ANY})
    stage.respond = lambda _: Answer(200, b"{broken")
    Actor("ann").call(endpoint)
    assert witness.told()[0]["answered"] == []


def test_the_keys_of_maps_do_not_fill_the_memory(stage: Stage, witness: Witness) -> None:
    endpoint = stage.endpoint("POST", "/a", body="json", returns={200: ANY})
    for number in range(MOST_SHAPES + 10):
        Actor("ann").call(endpoint, body={f"key{number}": 1})
    [told] = witness.told()
    shapes = dict(told["sent"])
    assert len(shapes["body"]) == MOST_SHAPES


def test_nobody_looks_unless_asked_to(stage: Stage, witness: Witness) -> None:
    witness.is_looking = False
    Actor("ann").call(stage.endpoint("GET", "/a"))
    assert witness.told() == []


def test_times_are_bounded_and_spread_over_the_run() -> None:
    sample = Sample()
    for value in range(10 * MOST):
        sample.add(float(value))
    assert sample.count == 10 * MOST
    assert MOST // 2 <= len(sample.kept) <= MOST
    assert abs(median(sample.kept) - 5 * MOST) < MOST / 10
    steps = {later - before for before, later in pairwise(sample.kept)}
    assert len(steps) == 1
