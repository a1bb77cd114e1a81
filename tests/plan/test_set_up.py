"""What is there before a test begins: which things, by whose calls, in which order."""

from __future__ import annotations

import pytest
from compilation import RefusedError, derived, obligations, plan_of, suite_in
from golden.stages import goldens

from plan.specs import ANN, HEAD, MAKE
from specc.ir.expressions import Thing, walk
from specc.plan.nodes import Call, Plan
from specc.plan.planning import make_plan

GOLDENS = {golden.name: golden for golden in goldens()}


def golden_plan(name: str) -> Plan:
    golden = GOLDENS[name]
    return make_plan(suite_in(golden.files, golden.root, name))


def things(call: Call) -> list[tuple[str, tuple[str, ...], bool]]:
    values = [value for _, value in call.params]
    values += [] if call.body is None else [call.body]
    return [
        (item.contract, item.path, item.fresh)
        for value in values
        for item in walk(value)
        if isinstance(item, Thing)
    ]


@pytest.mark.parametrize("name", sorted(GOLDENS))
def test_a_set_up_comes_after_what_it_needs(name: str) -> None:
    seen: set[tuple[str, bool]] = set()
    for set_up in golden_plan(name).set_ups:
        if set_up.call is not None:
            for contract, _, fresh in things(set_up.call):
                assert (contract, fresh) in seen
        seen.add((set_up.contract, set_up.fresh))


def test_a_chain_hangs_together() -> None:
    [call] = derived(golden_plan("ownership"), "delete_comment.conforms").steps
    assert isinstance(call, Call)
    found = {contract: fresh for contract, _, fresh in things(call)}
    comment = next(
        item
        for item in golden_plan("ownership").set_ups
        if item.contract == "Comment" and item.fresh == found["Comment"]
    )
    assert comment.call is not None
    # The comment was made under the very article that the path names.
    assert things(comment.call) == [("Article", ("article", "slug"), found["Article"])]


def test_an_account_is_its_actors_own() -> None:
    plan = golden_plan("sign_up")
    shared = next(item for item in plan.set_ups if item.contract == "User" and not item.fresh)
    assert (shared.owner, shared.call, shared.path) == ("ann", None, ("user",))
    fresh = next(item for item in plan.set_ups if item.contract == "User" and item.fresh)
    assert fresh.owner == "new_ann"


def test_an_account_is_deleted_by_an_actor_made_for_it() -> None:
    plan = golden_plan("sign_up")
    [call] = derived(plan, "leave.conforms").steps
    assert isinstance(call, Call)
    assert call.actor == "new_ann"
    [call] = derived(plan, "user.refuses.stranger").steps
    assert isinstance(call, Call)
    assert call.actor == "ben"


def test_an_account_that_cannot_be_made_anew_is_left_alone() -> None:
    text = (
        HEAD
        + ANN.replace("{ header", '{\n  make with { text: "mine" } -> made\n  header').replace(
            '"ann" }', '"ann"\n}'
        )
        + MAKE.replace("as      user", "as      anyone").replace(
            "  returns 401 Problem when anonymous\n  returns 403 Problem when forbidden\n", ""
        )
    )
    text += """
endpoint remove DELETE /notes/{id: Note.id} {
  as      owner of Note
  returns 204
  returns 401 Problem when anonymous
  deletes Note
}
"""
    found = obligations(plan_of(text))["remove.conforms"]
    assert found.test is None
    assert "unique" in (found.reason or "")


def test_a_circle_of_things_is_said() -> None:
    text = (
        HEAD
        + ANN
        + """
contract Egg { readonly id: uuid }
contract Hen { readonly id: uuid }
endpoint lay POST /hens/{id: Hen.id}/eggs {
  as      user
  returns 201 Egg
  returns 401 when anonymous
  creates Egg
}
endpoint hatch POST /eggs/{id: Egg.id}/hens {
  as      user
  returns 201 Hen
  returns 401 when anonymous
  creates Hen
}
"""
    )
    with pytest.raises(RefusedError, match="Egg"):
        plan_of(text)


def test_nobody_of_a_role_is_said() -> None:
    found = obligations(plan_of(HEAD + ANN + MAKE.replace("as      user", "as      admin")))
    assert "admin" in (found["make.conforms"].reason or "")
