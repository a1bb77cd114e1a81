"""GET /endless keeps what paging.bts:57 says."""

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
    read_list,
)

from .contracts import Endless200
from .endpoints import endless


@obligation("endless.conforms", "paging.bts:59")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(endless), 200, Endless200)


@obligation("endless.refuses.anonymous", "paging.bts:60")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(endless), 401)


@obligation("endless.refuses.made_up_credential", "paging.bts:60")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(endless), 401)


@obligation("endless.lists", "paging.bts:61")
def test_lists(ann: Actor, new_note: Response) -> None:
    """A new Note is in the list."""
    listed = read_list(ann, endless, link=True)
    is_listed(listed, ["id"], new_note["id"])


@obligation("endless.hides", "paging.bts:20")
def test_hides(ben: Actor, new_note: Response) -> None:
    """A stranger's list does not show the Note."""
    listed = read_list(ben, endless, link=True)
    not_listed(listed, ["id"], new_note["id"])


@obligation("endless.safe", "paging.bts:61")
def test_safe(ann: Actor) -> None:
    """Reading changes nothing."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(ann, endless, link=True)
            listed = read_list(ann, endless, link=True)
            none_new(listed, listed_before, ["id"])
