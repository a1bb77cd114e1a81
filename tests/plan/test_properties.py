"""What may be made up of an endpoint's requests, what must then hold, and which calls form sequences."""

from __future__ import annotations

import pytest
from compilation import obligations, plan_of

from specc.plan.nodes import Plan
from specc.plan.property_nodes import Move, PropertyTest, RequestShape

SPEC = """
service api { url "http://127.0.0.1:1" }
role user
actor ann is user { bearer "a" }
actor ben is user { bearer "b" }

contract Note {
  readonly id:     uuid
  text:            string(1..20)
  writeonly pin?:  int(0..9)
}

contract Page { items: [Note], next?: string }

endpoint make POST /notes {
  as      user
  body    Note
  returns 201 Note
  returns 409
  returns 401 when anonymous
  returns 422 when body invalid
  returns 429 when rate exceeded
  creates Note
}

endpoint show GET /notes/{id: Note.id} {
  as      owner of Note
  query   deep?: bool
  header  "If-Match"?: string
  returns 200 Note
  returns 404 when id unknown, deleted
  reads   Note
}

endpoint change PUT /notes/{id: Note.id} {
  as      owner of Note
  body    { text: string(1..20), like?: Note.id }
  returns 200 Note
  returns 201 Note
  returns 404 when id unknown
  updates Note
  except  any_invalid because "not yet" until 2027-12-31
}

endpoint all GET /notes {
  as      user
  query   limit?: int(1..10)
  query   sort?: string
  query   cursor?: string
  returns 200 Page
  returns 422 when query invalid
  lists   Note
  pages   by cursor from body.next
  except  rejects.query.limit.fraction because "not yet" until 2027-12-31
}

endpoint ping GET /ping {
  as      anyone
  returns 200
}
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_of(SPEC)


def shape(plan: Plan, endpoint: str) -> RequestShape:
    return next(each for each in plan.properties.shapes if each.endpoint == endpoint)


def test_of(plan: Plan, obligation: str) -> PropertyTest:
    return next(each for each in plan.properties.tests if each.obligation == obligation)


test_of.__test__ = False  # type: ignore[attr-defined]


def move(plan: Plan, endpoint: str) -> Move:
    assert plan.sequences is not None
    return next(each for each in plan.sequences.moves if each.endpoint == endpoint)


def test_readonly_fields_are_not_sent_and_writeonly_ones_are(plan: Plan) -> None:
    assert shape(plan, "make").body == {"$ref": "#/$defs/SentNote"}
    (contract,) = plan.properties.contracts
    assert set(contract.schema["properties"]) == {"text", "pin"}


def test_a_valid_request_may_be_answered_all_that_is_for_no_other_occasion(plan: Plan) -> None:
    assert test_of(plan, "make.any_valid").call.statuses == (201, 409, 429)


def test_an_invalid_one_as_promised(plan: Plan) -> None:
    assert shape(plan, "make").invalid == {"body": 422}
    assert shape(plan, "all").invalid == {"query": 422}


def test_keys_come_from_things_and_preconditions_are_left_out(plan: Plan) -> None:
    assert set(shape(plan, "show").params) == {"deep"}
    assert [name for name, _ in test_of(plan, "show.any_valid").call.params] == ["id"]


def test_a_key_in_a_body_is_a_thing_s(plan: Plan) -> None:
    found = test_of(plan, "change.any_valid")
    assert [name for name, _ in found.things] == ["Note.id"]
    assert len(found.set_ups) == 1


def test_cursors_and_texts_that_the_spec_leaves_open_are_not_made_up(plan: Plan) -> None:
    assert set(shape(plan, "all").params) == {"limit"}


def test_waivers_are_followed(plan: Plan) -> None:
    assert shape(plan, "all").waived == ("query.limit.fraction",)
    waived = obligations(plan)["change.any_invalid"]
    assert waived.test is None
    assert waived.reason == "until 2027-12-31: not yet"


def test_there_is_none_where_nothing_can_be_made_up(plan: Plan) -> None:
    assert not [name for name in obligations(plan) if name.startswith("ping.any")]


def test_the_moves_of_sequences(plan: Plan) -> None:
    assert plan.sequences is not None
    assert [(each.deed, each.endpoint) for each in plan.sequences.moves] == [
        ("creates", "make"),
        ("reads", "show"),
        ("updates", "change"),
        ("lists", "all"),
    ]
    assert plan.sequences.actors == ("ann", "ben")
    assert move(plan, "show").owners == ("Note",)
    assert move(plan, "show").refused == (404,)
    assert move(plan, "change").gone == (404, 201)
    assert move(plan, "all").hides
    assert move(plan, "make").shown == ("text",)


def test_a_waiver_keeps_an_endpoint_out_of_sequences() -> None:
    waived = SPEC.replace(
        "  reads   Note\n", '  reads   Note\n  except  sequences because "slow" until 2027-12-31\n'
    )
    plan = plan_of(waived)
    assert plan.sequences is not None
    assert "show" not in [each.endpoint for each in plan.sequences.moves]
    assert obligations(plan)["show.sequences"].reason == "until 2027-12-31: slow"


def test_what_anyone_makes_and_only_owners_read_is_no_part_of_sequences() -> None:
    assert (
        plan_of(
            SPEC.replace("  as      user\n  body    Note", "  as      anyone\n  body    Note")
        ).sequences
        is None
    )
