"""DELETE /delete keeps what specs/httpbin.bts:140 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, survived

from .contracts import DeleteParcel200
from .endpoints import delete_parcel


@obligation("delete_parcel.conforms", "specs/httpbin.bts:143")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(delete_parcel), 200, DeleteParcel200)


@obligation("delete_parcel.accepts", "specs/httpbin.bts:143")
@pytest.mark.parametrize(
    "change",
    [
        Put("reason", "lost", id="query.reason.value_lost"),
        Put("reason", "late", id="query.reason.value_late"),
        Put("reason", "wrong", id="query.reason.value_wrong"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(delete_parcel, change({})), 200, DeleteParcel200)


@obligation("delete_parcel.survives", "specs/httpbin.bts:140")
@pytest.mark.parametrize(
    "change",
    [
        Put("reason", "no_such_value", id="query.reason.not_in_enum"),
        Put("reason", "LOST", id="query.reason.other_case"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(delete_parcel, change({})))
