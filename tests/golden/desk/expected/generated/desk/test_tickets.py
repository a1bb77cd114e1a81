"""GET /tickets keeps what desk.bts:36 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Raw,
    Response,
    counts,
    eventually,
    expect,
    forged,
    in_order,
    is_listed,
    none_new,
    obligation,
    once_each,
    pages_within,
    read_list,
    survived,
    unique,
)

from .contracts import Problem, Ticket, Tickets200
from .endpoints import file_ticket, tickets


@obligation("tickets.conforms", "desk.bts:41")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(tickets), 200, Tickets200)


@obligation("tickets.accepts", "desk.bts:41")
@pytest.mark.parametrize(
    "change",
    [
        Put("sort", "weight", id="query.sort.value_weight"),
        Put("sort", "-weight", id="query.sort.value__weight"),
        Put("sort", "title", id="query.sort.value_title"),
        Put("limit", 1, id="query.limit.minimum"),
        Put("limit", 50, id="query.limit.maximum"),
        Put("limit", 2, id="query.limit.near_minimum"),
        Put("limit", 49, id="query.limit.near_maximum"),
        Put("offset", 0, id="query.offset.minimum"),
        Put("offset", 1, id="query.offset.near_minimum"),
    ],
    ids=str,
)
def test_accepts_params(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(ann.call(tickets, change({})), 200, Tickets200)


@obligation("tickets.rejects", "desk.bts:43")
@pytest.mark.parametrize(
    "change",
    [
        Put("sort", "no_such_value", id="query.sort.not_in_enum"),
        Put("sort", "WEIGHT", id="query.sort.other_case"),
        Put("limit", Raw("text"), id="query.limit.wrong_type"),
        Put("limit", Raw("NaN"), id="query.limit.not_a_number"),
        Put("limit", Raw("Infinity"), id="query.limit.infinite"),
        Put("limit", Decimal("1.5"), id="query.limit.fraction"),
        Put("limit", 0, id="query.limit.below_minimum"),
        Put("limit", 51, id="query.limit.above_maximum"),
        Put("limit", 9223372036854775808, id="query.limit.beyond_64_bits"),
        Put("offset", Raw("text"), id="query.offset.wrong_type"),
        Put("offset", Raw("NaN"), id="query.offset.not_a_number"),
        Put("offset", Raw("Infinity"), id="query.offset.infinite"),
        Put("offset", Decimal("0.5"), id="query.offset.fraction"),
        Put("offset", -1, id="query.offset.below_minimum"),
    ],
    ids=str,
)
def test_rejects_query(ann: Actor, change: Change) -> None:
    """An invalid query is answered 422."""
    expect(ann.call(tickets, change({})), 422, Problem)


@obligation("tickets.survives", "desk.bts:36")
@pytest.mark.parametrize(
    "change",
    [
        Put("offset", 9007199254740993, id="query.offset.beyond_doubles"),
        Put("offset", 9223372036854775808, id="query.offset.beyond_64_bits"),
    ],
    ids=str,
)
def test_survives_params(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(tickets, change({})))


@obligation("tickets.refuses.anonymous", "desk.bts:42")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(tickets), 401, Problem)


@obligation("tickets.refuses.made_up_credential", "desk.bts:42")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(tickets), 401, Problem)


@obligation("tickets.lists", "desk.bts:44")
def test_lists(ann: Actor, new_ticket: Response) -> None:
    """A new Ticket is in the list."""
    listed = read_list(ann, tickets, items=("items",), by=("limit", "offset"))
    is_listed(listed, ["id"], new_ticket["id"])


@obligation("tickets.pages", "desk.bts:45")
def test_pages(ann: Actor) -> None:
    """Page by page, each thing comes once, and no page is larger than asked for."""
    made_1 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    made_2 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    made_3 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    made_4 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    made_5 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    listed = read_list(
        ann, tickets, params={"limit": 2}, items=("items",), by=("limit", "offset")
    )
    once_each(listed, ["id"])
    is_listed(listed, ["id"], made_1["id"])
    is_listed(listed, ["id"], made_2["id"])
    is_listed(listed, ["id"], made_3["id"])
    is_listed(listed, ["id"], made_4["id"])
    is_listed(listed, ["id"], made_5["id"])
    pages_within(listed, 2)
    made_6 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    listed = read_list(
        ann, tickets, params={"limit": 2}, items=("items",), by=("limit", "offset")
    )
    is_listed(listed, ["id"], made_6["id"])
    once_each(listed, ["id"])
    is_listed(listed, ["id"], made_1["id"])
    is_listed(listed, ["id"], made_2["id"])
    is_listed(listed, ["id"], made_3["id"])
    is_listed(listed, ["id"], made_4["id"])
    is_listed(listed, ["id"], made_5["id"])


@obligation("tickets.sorts.weight", "desk.bts:46")
def test_sorts_up_by_weight(ann: Actor) -> None:
    """The list is sorted by weight."""
    made_1 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 3}), 201, Ticket
    )
    made_2 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    made_3 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 2}), 201, Ticket
    )
    listed = read_list(
        ann,
        tickets,
        params={"sort": "weight"},
        items=("items",),
        by=("limit", "offset"),
    )
    in_order(
        listed, ["id"], [made_1["id"], made_2["id"], made_3["id"]], "weight", False
    )


@obligation("tickets.sorts.-weight", "desk.bts:46")
def test_sorts_down_by_weight(ann: Actor) -> None:
    """The list is sorted by -weight."""
    made_1 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 3}), 201, Ticket
    )
    made_2 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    made_3 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 2}), 201, Ticket
    )
    listed = read_list(
        ann,
        tickets,
        params={"sort": "-weight"},
        items=("items",),
        by=("limit", "offset"),
    )
    in_order(listed, ["id"], [made_1["id"], made_2["id"], made_3["id"]], "weight", True)


@obligation("tickets.sorts.title", "desk.bts:46")
def test_sorts_up_by_title(ann: Actor) -> None:
    """The list is sorted by title."""
    made_1 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    made_2 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    made_3 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    listed = read_list(
        ann, tickets, params={"sort": "title"}, items=("items",), by=("limit", "offset")
    )
    in_order(listed, ["id"], [made_1["id"], made_2["id"], made_3["id"]], "title", False)


@obligation("tickets.counts", "desk.bts:47")
def test_counts(ann: Actor) -> None:
    """Each page says how many things there are on all."""
    expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed = read_list(
                ann,
                tickets,
                params={"limit": 2},
                items=("items",),
                by=("limit", "offset"),
            )
            counts(listed, ["body", "total"])


@obligation("tickets.safe", "desk.bts:44")
def test_safe(ann: Actor) -> None:
    """Reading changes nothing."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                ann, tickets, items=("items",), by=("limit", "offset")
            )
            listed = read_list(ann, tickets, items=("items",), by=("limit", "offset"))
            none_new(listed, listed_before, ["id"])
