"""What must hold, family by family, and the reasons where something cannot be put to the test."""

from __future__ import annotations

import pytest
from compilation import derived, obligations, plan_of

from plan.specs import ANN, BEN, CHANGE, HEAD, LISTING, MAKE, REMOVE, ROOT, SHOW, WHOLE
from specc.plan.nodes import Burst, Call, Plan, Verify, Walk


@pytest.fixture(scope="module")
def whole() -> Plan:
    return plan_of(WHOLE)


@pytest.mark.parametrize(
    ("endpoint", "kinds"),
    [
        ("make", "conforms accepts rejects survives ignores refuses unaffected creates property"),
        ("show", "conforms rejects survives refuses unknown deleted reads safe"),
        (
            "change",
            "conforms accepts rejects survives ignores refuses unaffected unknown deleted updates "
            "spares again property",
        ),
        (
            "remove",
            "conforms rejects survives refuses unaffected unknown repeated deletes spares",
        ),
        ("notes", "conforms accepts rejects survives refuses lists hides pages safe property"),
    ],
)
def test_the_families_of_an_endpoint(whole: Plan, endpoint: str, kinds: str) -> None:
    found = {item.kind for item in whole.obligations if item.endpoint == endpoint}
    assert found == set(kinds.split())


@pytest.mark.parametrize(
    "name",
    [
        "make.conforms",
        "make.rejects.text.too_long",
        "make.rejects.text.missing",
        "make.rejects.size.above_maximum",
        "make.accepts.text.maximum_length",
        "make.refuses.anonymous",
        "make.refuses.admin",
        "make.creates",
        "show.refuses.stranger",
        "show.refuses.admin",
        "show.unknown.id",
        "show.deleted",
        "change.updates",
        "remove.deletes",
        "remove.repeated",
        "notes.lists",
        "notes.hides",
        "notes.pages",
        "notes.rejects.query.limit.below_minimum",
        "notes.accepts.query.limit.maximum",
    ],
)
def test_an_obligation_is_put_to_the_test(whole: Plan, name: str) -> None:
    assert obligations(whole)[name].test is not None


def test_a_stranger_is_another_actor_of_the_same_role(whole: Plan) -> None:
    [call] = derived(whole, "show.refuses.stranger").steps
    assert isinstance(call, Call)
    assert call.actor == "ben"
    assert 200 not in call.statuses
    assert 404 in call.statuses


def test_what_alters_a_thing_has_one_of_its_own(whole: Plan) -> None:
    assert {(item.contract, item.fresh) for item in whole.set_ups} == {
        ("Note", True),
        ("Note", False),
    }
    [call] = derived(whole, "remove.conforms").steps
    assert isinstance(call, Call)
    assert "fresh=True" in str(call.params)
    [call] = derived(whole, "show.conforms").steps
    assert isinstance(call, Call)
    assert "fresh=True" not in str(call.params)


def test_a_deletion_is_followed_by_a_look(whole: Plan) -> None:
    first, second, *rest = derived(whole, "remove.deletes").steps
    assert isinstance(first, Call)
    assert isinstance(second, Call)
    assert (first.endpoint, second.endpoint) == ("remove", "show")
    assert second.statuses == (404,)
    assert [type(step) for step in rest] == [Walk, Verify]


def test_a_second_call_is_the_same_call(whole: Plan) -> None:
    first, second = derived(whole, "remove.repeated").steps
    assert isinstance(first, Call)
    assert isinstance(second, Call)
    assert (first.actor, first.params) == (second.actor, second.params)
    assert (first.statuses, second.statuses) == ((204,), (404,))


def test_requests_and_writes_are_told(whole: Plan) -> None:
    found = obligations(whole)
    assert found["show.conforms"].requests == ("GET /notes/{id}",)
    assert not found["show.conforms"].writes
    assert found["remove.deletes"].requests[:2] == ("DELETE /notes/{id}", "GET /notes/{id}")
    assert found["remove.deletes"].writes


def reason(text: str, name: str) -> str:
    found = obligations(plan_of(text))[name]
    assert found.test is None
    assert found.reason is not None
    return found.reason


def test_an_only_actor_has_no_stranger() -> None:
    assert "second one" in reason(HEAD + ANN + MAKE + SHOW, "show.refuses.stranger")


def test_forbidden_needs_somebody_of_another_role() -> None:
    assert "another role" in reason(HEAD + ANN + MAKE, "make.refuses.forbidden")


def test_times_are_left_to_load() -> None:
    text = HEAD + ANN + MAKE.replace("  creates", "  within  p95 200ms\n  creates")
    assert "load" in reason(text, "make.within.p95")


def test_a_body_of_anything_cannot_be_broken() -> None:
    text = (
        HEAD
        + ANN
        + MAKE.replace("body    Note", "body    text")
        .replace("  creates Note\n", "")
        .replace("201 Note", "201")
    )
    assert "nothing to break" in reason(text, "make.rejects.body")


def test_a_pattern_without_an_example_is_said() -> None:
    text = HEAD.replace("string(1..20)", r"string(/^(?=b)a$/)") + ANN + MAKE
    assert "call it once" in reason(text, "make.conforms")


def test_what_the_spec_calls_is_taken_as_an_example() -> None:
    text = HEAD.replace("string(1..20)", r"string(/^(?:a(?=b)b)$/)") + ANN + MAKE
    text += '\ntest "one" as ann { make with { text: "ab" } }\n'
    [call] = derived(plan_of(text), "make.conforms").steps
    assert isinstance(call, Call)
    assert '"ab"' in str(call.body).replace("'", '"')


def test_nothing_deletes_it() -> None:
    assert "nothing deletes" in reason(HEAD + ANN + BEN + MAKE + SHOW, "show.deleted")


LOGIN = """
endpoint login POST /login {
  as      anyone
  body    { email: email, code: string(1..9) }
  returns 204
  returns 429 Problem when rate exceeded
}
"""


def test_how_many_are_too_many_must_be_said() -> None:
    assert "rate limit login" in reason(HEAD + LOGIN, "login.rate_exceeded")


@pytest.mark.parametrize(
    ("limit", "why"),
    [("30/min per client", "lock the other tests out"), ("2000/min per account", "load test")],
)
def test_some_limits_are_not_tried(limit: str, why: str) -> None:
    text = f"{HEAD}{LOGIN}\nsecurity rules {{\n  rate limit login {limit}\n}}\n"
    assert why in reason(text, "login.rate_exceeded")


def test_a_limit_is_tried_with_an_account_of_nobody() -> None:
    text = f"{HEAD}{LOGIN}\nsecurity rules {{\n  rate limit login 30/min per account\n}}\n"
    [burst] = derived(plan_of(text), "login.rate_exceeded").steps
    assert isinstance(burst, Burst)
    assert (burst.count, burst.status, burst.actor) == (31, 429, "anonymous")
    assert "unique_email" in str(burst.body)


def test_pages_need_a_limit() -> None:
    text = (
        HEAD
        + ANN
        + MAKE
        + SHOW
        + LISTING.replace("  query   limit?: int(1..50)\n", "")
        .replace("by limit, offset", "by link")
        .replace("  returns 422 Problem when query invalid\n", "")
    )
    assert "limits a page" in reason(text, "notes.pages")


def test_load_and_security_are_known_by_name() -> None:
    text = WHOLE + "\nsecurity rules {\n  ownership on all\n  upstream on all\n}\n"
    found = obligations(plan_of(text))
    assert {"show.bola.read", "rules.upstream.hostile"} <= set(found)
    assert found["show.bola.read"].kind == "security"
    assert found["show.bola.read"].test is not None
    assert found["rules.upstream.hostile"].reason is not None


def test_a_test_with_cases_is_an_obligation_a_row() -> None:
    text = WHOLE + (
        '\ntest "sizes" as ann {\n  cases size, code: (0, 201), (10, 422), (10, 422)\n'
        '  make with { text: "a", size: size } expects code\n}\n'
    )
    found = [item.id for item in plan_of(text).obligations if item.kind == "test"]
    assert found == ["test.sizes.0-201", "test.sizes.10-422", "test.sizes.10-422-2"]


@pytest.mark.parametrize("missing", [SHOW, CHANGE, REMOVE, LISTING, BEN, ROOT])
def test_a_part_that_is_missing_takes_only_what_needs_it(missing: str) -> None:
    before, after = obligations(plan_of(WHOLE)), obligations(plan_of(WHOLE.replace(missing, "")))
    assert set(after) <= set(before) | {
        "make.refuses.forbidden",
    }
    for name in ("make.conforms", "make.rejects.text.missing", "make.refuses.anonymous"):
        assert after[name].test is not None


def test_a_deletion_is_seen_in_a_list_where_nothing_shows_the_thing() -> None:
    first, second, third = derived(plan_of(WHOLE.replace(SHOW, "")), "remove.deletes").steps
    assert isinstance(first, Call)
    assert isinstance(second, Walk)
    assert isinstance(third, Verify)
    assert (second.endpoint, third.check) == ("notes", "not_listed")


def test_a_deletion_that_nothing_shows_is_said() -> None:
    assert "nothing shows" in reason(HEAD + ANN + MAKE + REMOVE, "remove.deletes")
