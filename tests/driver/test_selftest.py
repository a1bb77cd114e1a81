"""The rules on their twins: what is found, what is missed, and what is a false alarm."""

from __future__ import annotations

import subprocess
import sys

import attrs
import pytest

from specc.driver.selftesting import suites
from specc.driver.selftesting.results import Judged
from specc.driver.selftesting.session import selftest
from specc.rules import RULES
from specc.selftest.board import fixed
from specc.selftest.twin import NoTwinError, Twin, twin_of
from specc.selftest.twins import bola_read, misconf_banner, misconf_cookie
from specc.serving.answers import Answer
from specc.serving.wire import Request

CROSSED = Twin("board", bola_read.TWIN.spec, fixed, misconf_banner.TWIN.flawed)
"""Nothing is wrong with the one that should be flawed; the one that should be in order has a flaw."""
OTHERWISE = Twin("board", bola_read.TWIN.spec, misconf_cookie.TWIN.flawed, fixed)
BROKEN = Twin("board", "service board {", fixed, fixed)
NO_TWIN = "no twin"


def crashing() -> object:
    def respond(_request: Request) -> Answer:
        raise RuntimeError("a twin with a mistake of its own")

    return respond


def judged(*names: str, twin: str = "") -> dict[str, Judged]:
    rules = [attrs.evolve(RULES[name], twin=twin) for name in names]
    return {each.rule: each for each in selftest(rules, 2).judged}


def test_rules_find_their_flaws_and_nothing_else() -> None:
    heard: list[str] = []
    done = selftest(
        [
            RULES["bola.read"],
            attrs.evolve(RULES["bola.list"], applies="", probe="", elsewhere="by others"),
            RULES["jwt.expired"],
        ],
        2,
        lambda each: heard.append(each.rule),
    )
    assert done.ok
    assert not done.alarms
    assert heard == ["bola.read", "jwt.expired"]
    assert [name for name, _ in done.elsewhere] == ["bola.list"]
    assert done.judged[0].held == 1
    assert done.judged[1].why.startswith("not applicable")


def test_a_miss_and_a_false_alarm_are_told() -> None:
    done = judged("misconf.banner", twin=f"{__name__}:CROSSED")["misconf.banner"]
    assert not done.hit
    assert not done.is_sound
    assert {alarm.rule for alarm in done.alarms} == {"misconf.banner"}
    assert "board/2.4.1" in done.alarms[0].message


def test_another_rules_finding_is_no_hit() -> None:
    done = judged("bola.read", twin=f"{__name__}:OTHERWISE")["bola.read"]
    assert not done.hit
    assert not done.alarms


@pytest.mark.parametrize("place", [f"{__name__}:NO_TWIN", "no.such.module:TWIN"])
def test_a_rule_without_twins_is_no_success(place: str) -> None:
    rule = attrs.evolve(RULES["bola.read"], twin=place)
    with pytest.raises(NoTwinError):
        twin_of(rule)
    done = selftest([rule], 1)
    assert not done.ok
    assert done.judged[0].trouble


def test_a_spec_with_a_mistake_is_an_error(tmp_path) -> None:
    with pytest.raises(suites.DriverError, match="the spec of the twin board is wrong"):
        suites.write_suite(BROKEN, str(tmp_path))


def test_each_rule_that_is_tested_has_twins() -> None:
    for rule in RULES.values():
        if rule.applies:
            assert twin_of(rule).service


def test_the_command_says_what_there_is_to_say() -> None:
    def specc(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "specc", "selftest", *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=120)

    told = specc("inj.ssti")
    assert told.returncode == 0, told.stdout + told.stderr
    assert "1 of 1 rules find their flaw, 0 false alarms" in told.stdout
    wrong = specc("inj.sstl")
    assert wrong.returncode == 2
    assert "did you mean `inj.ssti`?" in wrong.stderr


@pytest.mark.slow
def test_every_rule_on_every_twin() -> None:
    rules = [rule for rule in RULES.values() if rule.applies]
    done = selftest(rules, 2)
    assert done.ok, [each for each in done.judged if not each.is_sound]
