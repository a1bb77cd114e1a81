"""Obligations of lists that say their order and length, and of things that go through states."""

from __future__ import annotations

from pathlib import Path

import pytest
from compilation import RefusedError, derived, obligations, plan_of

from specc.ir.expressions import Const, Fields
from specc.plan.nodes import Call, Verify, Walk

DESK = (Path(__file__).parent.parent / "golden" / "desk" / "desk.bts").read_text(encoding="utf-8")


def called(obligation: str) -> list[tuple[str, tuple[int | str, ...]]]:
    steps = derived(plan_of(DESK), obligation).steps
    return [(step.endpoint, step.statuses) for step in steps if isinstance(step, Call)]


def test_three_things_in_no_order_are_to_be_in_one() -> None:
    *makes, walk, check = derived(plan_of(DESK), "tickets.sorts.-weight").steps
    weights = [
        dict(step.body.entries)["weight"]
        for step in makes
        if isinstance(step, Call) and isinstance(step.body, Fields)
    ]
    assert weights == [Const(3), Const(1), Const(2)]
    assert isinstance(walk, Walk)
    assert walk.params[-1] == ("sort", Const("-weight"))
    assert isinstance(check, Verify)
    assert check.arguments[-2:] == (Const("weight"), Const(True))


def test_a_list_that_is_always_sorted_is_not_asked_to_be() -> None:
    walk = derived(plan_of(DESK), "newest.sorts.-created_at").steps[-2]
    assert isinstance(walk, Walk)
    assert walk.params == ()


def test_lists_say_how_long_they_are() -> None:
    found = obligations(plan_of(DESK))
    assert found["tickets.counts"].test is not None
    assert found["newest.counts"].test is not None


def test_a_thing_is_brought_into_a_state_by_the_endpoints_that_lead_there() -> None:
    assert called("close.moves.held.closed") == [
        ("hold", (200,)),
        ("close", (200,)),
        ("ticket", (200,)),
    ]
    assert called("close.stays.open.closed") == [("close", (409,)), ("ticket", (200,))]
    assert called("hold.stays.closed.open") == [
        ("hold", (200,)),
        ("close", (200,)),
        ("hold", (409,)),
        ("ticket", (200,)),
    ]


def test_a_valid_call_is_about_a_thing_in_the_right_state() -> None:
    assert called("close.conforms") == [("hold", (200,)), ("close", (200,))]
    [call] = [
        step for step in derived(plan_of(DESK), "hold.conforms").steps if isinstance(step, Call)
    ]
    assert call.body == Fields((("state", Const("held")),))


def test_where_to_is_no_edge_of_a_type() -> None:
    assert "hold.accepts.state.value_closed" not in obligations(plan_of(DESK))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('-> "closed"\n', '-> "close"\n', 'never "close"'),
        ('moves   Ticket.state "held"', 'moves   Ticket.stat "held"', "no field `stat`"),
        ('moves   Ticket.state "held"', 'moves   Ticket.title "held"', "no union of texts"),
        ('moves   Ticket.state "held"', 'moves   Ticket "held"', "no field of a contract"),
        ("sorts   by sort", "sorts   by limit", "not a union of texts"),
        ("sorts   by -created_at", "sorts   by -made_at", "no such field"),
        ('"weight" | "-weight"', '"weight" | "-wait"', 'may be "-wait"'),
        ("counts  from body.total", "counts  from body.totl", "no field `totl`"),
        ('counts  from header "X-Total"', 'counts  from header "X-Sum"', "no header `X-Sum`"),
        (
            "  updates Ticket\n  moves ",
            "  updates Ticket\n  sorts by title\n  moves ",
            "lists nothing",
        ),
    ],
)
def test_what_is_not_there_is_a_mistake(old: str, new: str, message: str) -> None:
    assert old in DESK
    with pytest.raises(RefusedError, match=message):
        plan_of(DESK.replace(old, new))


def test_a_service_states_its_limits() -> None:
    limits = "  limit body 64KB\n  limit rate 120/min\n  limit cases 200\n}"
    text = DESK.replace(
        'url "http://127.0.0.1:9007" }', f'\n  url "http://127.0.0.1:9007"\n{limits}'
    )
    text = text.replace('url "http://127.0.0.1:9007"\n}', f'url "http://127.0.0.1:9007"\n{limits}')
    [service] = plan_of(text).suite.services
    assert service.limits == (("body", 64_000), ("rate", 2.0), ("cases", 200))


NESTED_TASKS = """
service api { url "http://127.0.0.1:9000" }
role user
actor ann is user { bearer "a" }
contract Box { readonly id: uuid, name: string(1..20) }
contract Part { readonly id: uuid, readonly state: "new" | "used", label: string(1..30) }
endpoint pack POST /boxes {
  as      user
  body    Box
  returns 201 Box
  creates Box
}
endpoint unpack DELETE /boxes/{box: Box.id} {
  as      user
  returns 204
  deletes Box
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
  returns 404 when box unknown, id unknown
  reads   Part
}
endpoint parts GET /boxes/{box: Box.id}/parts {
  as      user
  query   state?: Part.state
  returns 200 [Part]
  lists   Part
}
endpoint take POST /boxes/{box: Box.id}/parts/{id: Part.id}/use {
  as      user
  returns 200 Part
  updates Part
  moves   Part.state "new" -> "used"
}
"""


def test_what_was_made_in_a_thing_is_gone_with_it() -> None:
    steps = derived(plan_of(NESTED_TASKS), "part.deleted.box").steps
    calls = [(step.endpoint, step.statuses) for step in steps if isinstance(step, Call)]
    assert calls == [("add", (201,)), ("unpack", (204,)), ("part", (404,))]


def test_a_list_by_state_is_read_with_a_thing_in_another_state() -> None:
    first, *_ = derived(plan_of(NESTED_TASKS), "parts.filters.state").steps
    assert isinstance(first, Call)
    assert first.endpoint == "take"
