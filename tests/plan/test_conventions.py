"""Obligations that follow from what HTTP and its drafts say, with no word of the spec's own."""

from __future__ import annotations

import pytest
from compilation import RefusedError, derived, obligations, plan_of

from specc.ir.expressions import Builtin, Captured, Const, Fields, Items, Thing, Value
from specc.plan.nodes import Call, DerivedStep, Keep, Verify, Walk

SPEC = """
service api { url "http://127.0.0.1:9000" }
role clerk
actor cleo is clerk { header "X-Key" "cleo" }
contract Shelf { readonly id: uuid, name: string(1..40) }
contract Item {
  readonly id:    uuid
  readonly shelf: Shelf.id
  sku:            string(/^[A-Z]{2}-[0-9]{3,8}$/)
  amount:         decimal(0.01..500)
  fragile:        bool
  label?:         string(..60)
  origin?:        string(..60) | null = "Genoa"
}
endpoint add_shelf POST /shelves {
  as      clerk
  body    Shelf
  returns 201 Shelf
  creates Shelf
}
endpoint add POST /shelves/{shelf: Shelf.id}/items {
  as      clerk
  header  "Idempotency-Key"?: uuid
  body    Item
  returns 201 Item
  returns 400 when body malformed
  returns 409
  returns 422 when body invalid
  creates Item
}
endpoint item GET /items/{id: Item.id} {
  as      clerk
  returns 200 Item
  returns 404 when id unknown
  reads   Item
}
endpoint items GET /items {
  as      clerk
  query   fragile?: Item.fragile
  query   sku?: Item.sku
  query   shelf?: Shelf.id
  query   limit?: int(1..50)
  query   offset?: int(0..)
  returns 200 [Item]
  returns 404 when sku unknown
  lists   Item
  pages   by limit, offset
}
endpoint replace PUT /items/{id: Item.id} {
  as      clerk
  body    Item
  returns 200 Item
  returns 400
  returns 422 when body invalid
  updates Item
}
endpoint change PATCH /items/{id: Item.id} {
  as      clerk
  body    Item partial
  returns 200 Item
  returns 422 when body invalid
  updates Item
}
endpoint remove DELETE /items/{id: Item.id} {
  as      clerk
  returns 204
  deletes Item
}
endpoint write PUT /items/{id: Item.id}/note {
  as      clerk
  body    text
  returns 204
}
endpoint note GET /items/{id: Item.id}/note {
  as      clerk
  returns 200 text
  returns 404 when id unknown, deleted
}
"""

LOGIN = """
service api { url "http://127.0.0.1:9000" }
role user
contract User { readonly id: int, email: email, secret writeonly password: string(8..) }
actor ann is user {
  join with { email: unique("a@x.example"), password: "battery staple" } -> made
  login with { email: request(made).email, password: request(made).password } -> session
  bearer session.token
}
endpoint join POST /users {
  as      anyone
  body    User
  returns 201 User
  creates User
}
endpoint login POST /login {
  as      anyone
  body    { email: string, secret password: string }
  returns 200 { token: string }
  returns 401
}
"""


def calls(steps: tuple[DerivedStep, ...]) -> list[Call]:
    return [step for step in steps if isinstance(step, Call)]


def sent(call: Call) -> dict[str, Value]:
    assert isinstance(call.body, Fields)
    return dict(call.body.entries)


def checks(steps: tuple[DerivedStep, ...]) -> list[str]:
    return [step.check for step in steps if isinstance(step, Verify)]


def test_a_text_that_may_be_taken_is_another_one_each_time() -> None:
    [call] = calls(derived(plan_of(SPEC), "add.conforms").steps)
    sku = sent(call)["sku"]
    assert isinstance(sku, Builtin)
    assert sku.name == "unique_like"


def test_a_text_that_cannot_be_taken_is_the_same_each_time() -> None:
    text = SPEC.replace("  returns 409\n", "")
    [call] = calls(derived(plan_of(text), "add.conforms").steps)
    assert sent(call)["sku"] == Const("AA-111")


def test_what_is_no_json_is_answered_as_malformed() -> None:
    plan = plan_of(SPEC)
    torn = {
        part.changes[0].label: calls(part.steps)[0].statuses
        for tests in plan.endpoints
        if tests.endpoint == "add"
        for part in tests.tests
        if part.function.startswith("test_rejects") and part.changes
    }
    assert torn["body.malformed"] == (400,)
    assert torn["body.nested"] == (400, 422)
    assert torn["sku.missing"] == (422,)


def test_a_plain_400_will_do_for_what_is_no_json() -> None:
    plan = plan_of(SPEC)
    for tests in plan.endpoints:
        for part in tests.tests:
            if tests.endpoint == "replace" and part.function == "test_rejects_malformed":
                assert calls(part.steps)[0].statuses == (422, 400)
                return
    raise AssertionError("nothing is malformed")


@pytest.mark.parametrize("word", ["id malformed", "query malformed"])
def test_only_a_body_is_malformed(word: str) -> None:
    text = SPEC.replace("returns 404 when sku unknown", f"returns 404 when {word}")
    with pytest.raises(RefusedError, match=r"only a body can be malformed|no parameter `id`"):
        plan_of(text)


def test_a_refusal_for_what_the_spec_leaves_open_decides_nothing() -> None:
    plan = plan_of(SPEC)
    first, left, *_ = derived(plan, "add.accepts").steps
    assert isinstance(first, Call)
    assert first.statuses == (201, 409)
    assert isinstance(left, Verify)
    assert left.check == "no_conflict"
    assert "no_conflict" not in checks(derived(plan, "replace.accepts").steps)


def test_a_filter_is_not_what_a_call_is_about() -> None:
    assert "items.deleted" not in obligations(plan_of(SPEC))


def test_filters_by_few_values_by_an_own_value_and_by_a_reference() -> None:
    plan = plan_of(SPEC)
    walks = [
        step.params[-1]
        for step in derived(plan, "items.filters.fragile").steps
        if isinstance(step, Walk)
    ]
    assert walks == [("fragile", Const(True)), ("fragile", Const(False))]
    for name in ("sku", "shelf"):
        walk, _, listed, *others = derived(plan, f"items.filters.{name}").steps
        assert checks(tuple(others)) == (["not_listed"] if name == "shelf" else [])
        assert isinstance(walk, Walk)
        assert walk.params[-1] == (name, Thing("Item", (name,), True))
        assert isinstance(listed, Verify)
        assert listed.check == "is_listed"


def test_pages_are_read_with_a_full_last_one_and_without() -> None:
    steps = derived(plan_of(SPEC), "items.pages").steps
    kinds = [type(step).__name__ for step in steps if not isinstance(step, Verify)]
    assert kinds == ["Call"] * 5 + ["Walk", "Call", "Walk"]


def test_what_a_put_leaves_out_is_not_kept() -> None:
    steps = derived(plan_of(SPEC), "replace.updates.whole").steps
    little, _, full, again, _ = calls(steps)
    assert sent(little) == sent(again)
    assert set(sent(full)) - set(sent(little)) == {"label", "origin"}
    assert checks(steps) == ["equal", "equal"]


def test_one_field_alone_is_another_value_or_null_and_all_is_there_before() -> None:
    test = derived(plan_of(SPEC), "change.updates.only")
    filled, *_ = calls(test.steps)
    assert sent(filled)["origin"] == Const("Genoa")
    values = {change.label: change.value for change in test.changes}
    assert values["origin.null"] == {"origin": None}
    assert values["label"] != {"label": sent(filled)["label"]}
    assert "as_sent" in checks(test.steps)


def test_what_is_put_at_a_path_is_got_there_until_its_owner_is_gone() -> None:
    plan = plan_of(SPEC)
    put, got = calls(derived(plan, "write.stores").steps)
    assert (put.endpoint, got.endpoint) == ("write", "note")
    assert got.params == put.params
    _, gone, look = calls(derived(plan, "write.stores.deleted").steps)
    assert (gone.endpoint, look.statuses) == ("remove", (404,))


def test_a_key_keeps_a_call_from_being_done_twice() -> None:
    plan = plan_of(SPEC)
    steps = derived(plan, "add.idempotent").steps
    key = next(step for step in steps if isinstance(step, Keep))
    first, second = calls(steps)
    assert key.value == Builtin("uuid", (), "")
    assert dict(first.params)["Idempotency-Key"] == Captured(key.capture)
    assert first.params == second.params
    assert checks(steps) == ["equal"]
    _, other = calls(derived(plan, "add.idempotent.other_body").steps)
    assert other.statuses == (409,)


def test_a_login_sends_what_its_actor_had_sent_before() -> None:
    [call] = calls(derived(plan_of(LOGIN), "login.conforms").steps)
    assert sent(call) == {
        "email": Thing("User", ("email",)),
        "password": Const("battery staple"),
    }


def test_a_unique_list_at_its_edge_is_in_no_order() -> None:
    text = SPEC.replace("fragile:        bool", "tags: [string(1..9)](..4, unique)")
    text = text.replace("  query   fragile?: Item.fragile\n", "")
    values = {
        change.label: change.value for change in derived(plan_of(text), "add.accepts").changes
    }
    tags = values["tags.maximum"]
    assert isinstance(tags, list)
    assert tags != sorted(tags)
    assert not isinstance(tags, Items)
