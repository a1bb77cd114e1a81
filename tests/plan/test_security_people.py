"""Accounts and things that a body, a form or nobody's path leads to: who looks, and at what."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from compilation import derived, suite_in

from specc.ir.expressions import Const, Fields, Thing
from specc.plan.nodes import Call, Plan
from specc.plan.planning import make_plan
from specc.plan.security import SecurityTest

SPEC = Path(__file__).parent.parent / "run" / "servers" / "vault.bts"


@cache
def plan() -> Plan:
    name = "specs/vault.bts"
    return make_plan(suite_in({name: SPEC.read_text(encoding="utf-8")}, name, "vault"))


def planned(obligation: str) -> SecurityTest:
    return next(
        test
        for test in plan().security.tests
        for rule in test.rules
        if ".".join(filter(None, [test.endpoint, rule, test.who])) == obligation
    )


def look(test: SecurityTest) -> Call:
    found = dict(test.others)["reread"]
    assert isinstance(found, Call)
    return found


def test_what_only_its_owner_sees_is_looked_at_by_its_owner() -> None:
    reading = look(planned("set_limit.bfla.matrix.member"))
    assert (reading.endpoint, reading.actor) == ("me", "new_mia")


def test_who_logs_out_is_made_for_it() -> None:
    assert planned("log_out.auth.missing").attempt.actor == "new_mia"
    assert planned("me.auth.missing").attempt.actor == "mia"


def test_two_references_are_to_two_things() -> None:
    body = planned("pay.bola.body_reference").attempt.body
    assert isinstance(body, Fields)
    source, target = (value for _, value in body.entries)
    assert isinstance(source, Thing)
    assert isinstance(target, Thing)
    assert source.fresh is not target.fresh


def test_a_sign_up_is_judged_by_what_the_account_says_of_itself() -> None:
    test = planned("join.mass_assignment")
    others = dict(test.others)
    assert test.attempt.endpoint == "me"
    assert others["to"] == Const("join")
    claims = others["claims"]
    assert isinstance(claims, Fields)
    assert {"rank", "limit", "is_admin"} <= dict(claims.entries).keys()
    assert not {"id", "login", "password"} & dict(claims.entries).keys()


def test_what_anyone_asks_for_an_account_is_asked_for_one_that_there_is() -> None:
    test = planned("reset.auth.enumeration")
    assert test.check.endswith("hides_accounts")
    assert test.like is not None
    assert dict(test.others) == {"account": Const("login")}


def test_every_role_that_logs_out_is_made_for_it() -> None:
    [call] = derived(plan(), "log_out.allows.keeper").steps
    assert isinstance(call, Call)
    assert call.actor == "new_kit"
