"""PATCH /patch keeps what specs/httpbin.bts:131 says."""

import pytest
from specc.runtime import Actor, Change, Drop, Put, expect, obligation

from .contracts import PatchParcel200
from .endpoints import patch_parcel

BODY = {"express": True}


@obligation("patch_parcel.conforms", "specs/httpbin.bts:134")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(patch_parcel, body=BODY), 200, PatchParcel200)


@obligation("patch_parcel.accepts", "specs/httpbin.bts:134")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("recipient", "a"), id="recipient.minimum_length"),
        pytest.param(Put("recipient", "a" * 60), id="recipient.maximum_length"),
        pytest.param(Put("weight", 0), id="weight.minimum"),
        pytest.param(Put("weight", 100), id="weight.maximum"),
        pytest.param(Drop("express"), id="express.absent"),
        pytest.param(Put("express", True), id="express.true"),
        pytest.param(Put("express", False), id="express.false"),
        pytest.param(Put("notes", None), id="notes.null"),
        pytest.param(Put("notes", "a" * 200), id="notes.maximum_length"),
        pytest.param(
            Put("contents", [{"sku": "AA111", "quantity": 1}]), id="contents.minimum"
        ),
        pytest.param(
            Put("contents", [{"sku": "AA111", "quantity": 1}] * 5),
            id="contents.maximum",
        ),
        pytest.param(
            Put("contents", [{"sku": "AA111", "quantity": 99}]),
            id="contents[].quantity.maximum",
        ),
    ],
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(patch_parcel, body=change(BODY)), 200, PatchParcel200)
