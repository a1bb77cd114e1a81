"""GET /newest keeps what desk.bts:50 says."""

from specc.runtime import (
    Actor,
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
    read_list,
    unique,
)

from .contracts import Newest200, Problem, Ticket
from .endpoints import file_ticket, newest


@obligation("newest.conforms", "desk.bts:52")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(newest), 200, Newest200)


@obligation("newest.refuses.anonymous", "desk.bts:53")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(newest), 401, Problem)


@obligation("newest.refuses.made_up_credential", "desk.bts:53")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(newest), 401, Problem)


@obligation("newest.lists", "desk.bts:54")
def test_lists(ann: Actor, new_ticket: Response) -> None:
    """A new Ticket is in the list."""
    listed = read_list(ann, newest)
    is_listed(listed, ["id"], new_ticket["id"])
    once_each(listed, ["id"])


@obligation("newest.sorts.-created_at", "desk.bts:55")
def test_sorts_down_by_created_at(ann: Actor) -> None:
    """The list is sorted by -created_at."""
    made_1 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    made_2 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    made_3 = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    listed = read_list(ann, newest)
    in_order(
        listed, ["id"], [made_1["id"], made_2["id"], made_3["id"]], "created_at", True
    )


@obligation("newest.counts", "desk.bts:56")
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
            listed = read_list(ann, newest)
            counts(listed, ["header", "X-Total"])


@obligation("newest.safe", "desk.bts:54")
def test_safe(ann: Actor) -> None:
    """Reading changes nothing."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(ann, newest)
            listed = read_list(ann, newest)
            none_new(listed, listed_before, ["id"])
