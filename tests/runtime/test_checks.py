"""A test goes on to its last expectation, and polls until it holds."""

import re
import time

import pytest

from specc.runtime import Actor, Broken, Checks, Contract, checks, equal, eventually, expect
from specc.runtime.checks import merged

from .stage import Answer, Stage


def messages(check: Checks) -> list[tuple[str, str, str]]:
    return [
        (finding.at, finding.text, mismatch.message)
        for broken in check.recorded
        for finding in broken.findings
        for mismatch in finding.mismatches
    ]


def test_what_is_not_met_is_recorded_with_its_place() -> None:
    check = Checks()
    with check("a.bts:1", "x == 1"):
        equal(2, 1)
    with check("a.bts:2"):
        equal(1, 1)
    with check("a.bts:3", "x.y.z"):
        {"a": {"b": []}}["a"]["c"]
    with check("a.bts:4"):
        [1][3]
    with check("a.bts:5"):
        len(7)  # type: ignore[arg-type]
    assert messages(check) == [
        ("a.bts:1", "x == 1", "expected 1, got 2"),
        ("a.bts:3", "x.y.z", '`{"a": {"b": []}}["a"]["c"]`: there is no field `c`'),
        ("a.bts:4", "", "`[1][3]`: there is no such item"),
        ("a.bts:5", "", "`len(7)`: object of type 'int' has no len()"),
    ]


def test_other_errors_are_not_swallowed() -> None:
    with pytest.raises(ZeroDivisionError), Checks()("a.bts:1"):
        _ = 1 / 0


def test_a_wrong_status_ends_the_test_and_wrong_content_does_not(stage: Stage) -> None:
    check = Checks()
    contract = Contract("C", {"type": "object", "required": ["id"]})
    stage.respond = lambda _: Answer.json({})
    response = Actor("ann").call(stage.endpoint(returns={200: contract}))
    assert check.expect(response, 200, at="a.bts:7") is response
    assert messages(check) == [("a.bts:7", "", "missing: expected any value")]
    assert check.recorded[0].findings[0].shown == (response,)
    with pytest.raises(Broken) as caught:
        check.expect(response, 201, at="a.bts:8")
    assert caught.value.findings[0].at == "a.bts:8"


def test_the_place_of_the_inner_expectation_is_kept(stage: Stage) -> None:
    check = Checks()
    response = Actor("ann").call(stage.endpoint(returns={200: None}))
    with check("a.bts:9", "the text", response):
        expect(response, 404)
    (finding,) = check.recorded[0].findings
    assert (finding.at, finding.text, finding.shown) == ("a.bts:9", "the text", (response,))


def test_failures_are_merged_and_the_first_is_where_it_went_wrong() -> None:
    check = Checks()
    for number in (1, 2):
        with check(f"a.bts:{number}"):
            equal(number, 0)
    one = merged(check.take())
    assert [finding.at for finding in one.findings] == ["a.bts:1", "a.bts:2"]
    assert one.__traceback__ is not None
    assert check.recorded == []


class TestEventually:
    def test_the_first_attempt_may_do(self) -> None:
        tries = 0
        for attempt in eventually(within=5):
            with attempt:
                tries += 1
        assert tries == 1

    def test_it_tries_again(self) -> None:
        tries = 0
        for attempt in eventually(within=5, every=0.001):
            with attempt:
                tries += 1
                if tries == 2:
                    raise KeyError("not there yet")
                equal(tries, 4)
        assert tries == 4

    def test_the_last_failure_is_raised_when_time_is_up(self) -> None:
        started = time.monotonic()
        with pytest.raises(Broken) as caught:
            for attempt in eventually(within=0.1, every=0.04):
                with attempt:
                    equal(1, 2)
        assert time.monotonic() - started < 5
        # How many tries there were is a matter of how busy the machine is.
        assert re.match(
            r"not within 0\.1 s, \d tries; the last: expected 2, got 1\n", str(caught.value)
        )

    def test_there_is_one_attempt_at_least(self) -> None:
        with pytest.raises(Broken, match="not within 0 s, 1 try"):
            for attempt in eventually(within=0):
                with attempt:
                    equal(1, 2)

    def test_checks_of_an_attempt_count(self) -> None:
        check = Checks()
        checks.begin(check)
        try:
            with check("a.bts:1"):
                equal(0, 9)
            tries = 0
            for attempt in eventually(within=5, every=0.001):
                with attempt:
                    tries += 1
                    with check("a.bts:2"):
                        equal(tries, 3)
            assert tries == 3
            assert [at for at, _, _ in messages(check)] == ["a.bts:1"]
            with pytest.raises(Broken) as caught:
                for attempt in eventually(within=0):
                    with attempt, check("a.bts:2"):
                        equal(1, 3)
            assert [finding.at for finding in caught.value.findings] == ["a.bts:2"]
        finally:
            checks.end(check)

    def test_other_errors_end_it(self) -> None:
        tries = 0
        with pytest.raises(ZeroDivisionError):
            for attempt in eventually(within=5):
                with attempt:
                    tries += 1
                    _ = 1 / 0
        assert tries == 1
