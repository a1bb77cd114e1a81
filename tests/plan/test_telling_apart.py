"""Obligations about which thing it is: made by whom, under which one, with all that it may have."""

from __future__ import annotations

import pytest
from compilation import derived, obligations, plan_of

from plan.specs import ANN, BEN, HEAD, MAKE, SHOW, WHOLE
from specc.ir.expressions import Fields, Thing
from specc.plan.nodes import Call, Verify, Walk

NESTED = """
service api { url "http://127.0.0.1:9000" }
role user
actor ann is user { bearer "a" }
contract Box { readonly id: uuid, name: string(1..20) }
contract Part { readonly id: int(1..), label: string(1..9), notes?: [{ text: string, by?: string }] }
endpoint pack POST /boxes {
  as user
  body Box
  returns 201 Box
  creates Box
}
endpoint add POST /boxes/{box: Box.id}/parts {
  as      user
  body    Part
  returns 201 Part
  creates Part
}
endpoint part GET /boxes/{box: Box.id}/parts/{id: Part.id} {
  as      user
  returns 200 Part
  returns 404 when id unknown
  reads   Part
}
endpoint parts GET /boxes/{box: Box.id}/parts {
  as      user
  returns 200 [Part]
  lists   Part
}
endpoint swap PUT /boxes/{box: Box.id}/parts/{id: Part.id} {
  as      user
  body    Part
  returns 200 Part
  returns 201 Part
  updates Part
}
"""

LOGIN = """
service api { url "http://127.0.0.1:9000" }
role user
contract User {
  readonly id: int
  email:       email
  secret writeonly password: string(8..)
  bio?:        string(..9)
}
actor ann is user {
  join with { email: unique("a@x.example"), password: "battery staple" } -> me_made
  login with { email: me_made.email, password: "battery staple" } -> session
  bearer session.token
}
endpoint join POST /users {
  as anyone
  body User
  returns 201 User
  creates User
}
endpoint login POST /login {
  as      anyone
  body    { email: email, secret password: string, remember?: bool }
  returns 200 { token: string }
  returns 401
}
endpoint me GET /me {
  as user
  returns 200 User
  reads User of self
}
endpoint change_me PATCH /me {
  as      user
  body    User partial
  returns 200 User
  returns 422 when body invalid
  updates User of self
}
"""


def calls(steps: object) -> list[Call]:
    assert isinstance(steps, tuple)
    return [step for step in steps if isinstance(step, Call)]


def test_a_made_up_credential_is_refused_as_nobodys() -> None:
    [call] = calls(derived(plan_of(WHOLE), "show.refuses.made_up_credential").steps)
    assert call.forged
    assert call.statuses == (401,)


@pytest.mark.parametrize(
    "actor", ["actor ann is user {}\n", "actor ann is user { bearer uuid() }\n"]
)
def test_who_makes_up_its_own_credential_is_not_told_from_others(actor: str) -> None:
    found = obligations(plan_of(HEAD + actor + BEN + MAKE))
    assert "make.refuses.anonymous" in found
    assert "make.refuses.made_up_credential" not in found


def test_a_thing_is_asked_for_under_another_parent() -> None:
    [call] = calls(derived(plan_of(NESTED), "part.misplaced").steps)
    box, part = (value for _, value in call.params)
    assert isinstance(box, Thing)
    assert isinstance(part, Thing)
    assert (box.fresh, part.fresh) == (True, False)
    assert call.statuses == (404,)


def test_the_list_of_another_parent_does_not_show_it() -> None:
    walk, verify = derived(plan_of(NESTED), "parts.misplaced").steps
    assert isinstance(walk, Walk)
    assert isinstance(verify, Verify)
    assert verify.check == "not_listed"


def test_what_a_put_makes_is_not_misplaced() -> None:
    assert "swap.misplaced" not in obligations(plan_of(NESTED))


def test_a_put_is_made_twice() -> None:
    first, second = calls(derived(plan_of(NESTED), "swap.again").steps)
    assert first.body == second.body
    assert second.statuses == (200, 201)


def test_a_stranger_has_such_a_thing_too() -> None:
    other, call = calls(derived(plan_of(HEAD + ANN + BEN + MAKE + SHOW), "show.reads").steps)
    assert (other.actor, call.actor) == ("ben", "ann")


def test_a_thing_has_all_that_it_may_have() -> None:
    make, call = calls(derived(plan_of(NESTED), "part.conforms.filled").steps)
    assert (make.endpoint, call.endpoint) == ("add", "part")
    assert isinstance(make.body, Fields)
    assert "by" in repr(dict(make.body.entries)["notes"])
    assert any(
        isinstance(step, Walk) for step in derived(plan_of(NESTED), "parts.conforms.filled").steps
    )


def test_an_actor_made_for_it_changes_itself_but_for_its_password() -> None:
    plan = plan_of(LOGIN)
    _, change, _ = calls(derived(plan, "change_me.updates").steps)
    assert change.actor == "new_ann"
    assert isinstance(change.body, Fields)
    assert dict(change.body.entries).keys() == {"email", "bio"}
    fill, look = calls(derived(plan, "me.conforms.filled").steps)
    assert fill.actor == look.actor == "new_ann"
    assert {item for item in obligations(plan) if "updates.only" in item} == {
        "change_me.updates.only.email",
        "change_me.updates.only.bio",
    }


def test_who_signs_up_can_be_read() -> None:
    look, verify = derived(plan_of(LOGIN), "join.creates").steps
    assert isinstance(look, Call)
    assert look.actor == "new_ann"
    assert isinstance(verify, Verify)
    assert verify.check == "reads_back"


def test_a_login_of_somebody_else_need_not_succeed() -> None:
    found = [item for item in obligations(plan_of(LOGIN)) if item.startswith("login.")]
    assert not [item for item in found if item.startswith("login.accepts.email")]
    assert "login.accepts.remember.present" in found
    assert [item for item in found if item.startswith("login.survives.email")]
