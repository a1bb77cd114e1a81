"""A service that stops to answer does not hold a run up for ever."""

from __future__ import annotations

import time

import pytest

from runtime.stage import Answer, Stage
from specc.runtime import Actor, Broken, patience
from specc.runtime.hosts import Origin
from specc.runtime.security import Attempt


def test_one_that_may_be_busy_has_all_its_time() -> None:
    origin = Origin("http", "127.0.0.1", 1)
    assert patience.left(origin, 30.0) == 30.0
    for _ in range(9):  # many at the same time are one silence
        patience.waited_in_vain(origin, 30.0)
    assert patience.left(origin, 30.0) == 30.0
    patience.answered(origin)


def test_one_that_is_gone_is_asked_shortly_and_then_hardly_at_all() -> None:
    origin = Origin("http", "127.0.0.1", 2)
    patience.waited_in_vain(origin, 70.0)
    assert 0 < patience.left(origin, 30.0) < 30.0
    assert patience.left(origin, 0.5) == 0.5
    patience.answered(origin)
    patience.waited_in_vain(origin, 100.0)
    assert patience.left(origin, 30.0) == 0
    patience.answered(origin)
    assert patience.left(origin, 30.0) == 30.0


def test_one_that_is_gone_is_not_asked_again_at_once(stage: Stage) -> None:
    endpoint = stage.endpoint()
    origin = endpoint.service.origin
    patience.waited_in_vain(origin, 100.0)
    with pytest.raises(Broken, match="has stopped to answer"):
        Actor("ann").call(endpoint)
    assert not stage.asked
    patience.answered(origin)
    Actor("ann").call(endpoint)


def test_no_answer_to_a_probe_is_no_breach(stage: Stage) -> None:
    def respond(_: object) -> Answer:
        time.sleep(0.3)
        return Answer()

    stage.respond = respond
    endpoint = stage.endpoint(service=stage.service(timeout=0.05))
    with pytest.raises(pytest.skip.Exception, match=r"inconclusive: .*no complete answer"):
        Attempt(Actor("ann"), endpoint).send()
    patience.answered(endpoint.service.origin)
