"""GET /orders keeps what scenarios.bts:31 says."""

from specc.runtime import (
    Actor,
    Response,
    eventually,
    expect,
    forged,
    is_listed,
    none_new,
    not_listed,
    obligation,
    once_each,
    read_list,
)

from .contracts import Orders200
from .endpoints import orders


@obligation("orders.conforms", "scenarios.bts:33")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(orders), 200, Orders200)


@obligation("orders.refuses.anonymous", "scenarios.bts:34")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(orders), 401)


@obligation("orders.refuses.made_up_credential", "scenarios.bts:34")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(orders), 401)


@obligation("orders.lists", "scenarios.bts:35")
def test_lists(ann: Actor, new_order: Response) -> None:
    """A new Order is in the list."""
    listed = read_list(ann, orders, items=("items",))
    is_listed(listed, ["id"], new_order["id"])
    once_each(listed, ["id"])


@obligation("orders.hides", "scenarios.bts:24")
def test_hides(ben: Actor, new_order: Response) -> None:
    """A stranger's list does not show the Order."""
    listed = read_list(ben, orders, items=("items",))
    not_listed(listed, ["id"], new_order["id"])


@obligation("orders.safe", "scenarios.bts:35")
def test_safe(ann: Actor) -> None:
    """Reading changes nothing."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(ann, orders, items=("items",))
            listed = read_list(ann, orders, items=("items",))
            none_new(listed, listed_before, ["id"])
