"""PUT /put keeps what specs/httpbin.bts:125 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Drop, Put, expect, obligation

from .contracts import PutParcel200
from .endpoints import put_parcel

BODY = {
    "recipient": "Zoë",
    "weight": Decimal("0.1"),
    "notes": None,
    "contents": [{"sku": "AB123", "quantity": 1}, {"sku": "ZZ999", "quantity": 99}],
    "reference": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
}


@obligation("put_parcel.conforms", "specs/httpbin.bts:128")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(put_parcel, body=BODY), 200, PutParcel200)


@obligation("put_parcel.accepts", "specs/httpbin.bts:128")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("recipient", "a"), id="recipient.minimum_length"),
        pytest.param(Put("recipient", "a" * 60), id="recipient.maximum_length"),
        pytest.param(Put("weight", 0), id="weight.minimum"),
        pytest.param(Put("weight", 100), id="weight.maximum"),
        pytest.param(Put("express", True), id="express.true"),
        pytest.param(Put("express", False), id="express.false"),
        pytest.param(Drop("notes"), id="notes.absent"),
        pytest.param(Put("notes", None), id="notes.null"),
        pytest.param(Put("notes", "a" * 200), id="notes.maximum_length"),
        pytest.param(
            Put("contents", [{"sku": "AB123", "quantity": 1}]), id="contents.minimum"
        ),
        pytest.param(
            Put("contents", [{"sku": "AB123", "quantity": 1}] * 5),
            id="contents.maximum",
        ),
        pytest.param(Put("contents[0].quantity", 1), id="contents[].quantity.minimum"),
        pytest.param(Put("contents[0].quantity", 99), id="contents[].quantity.maximum"),
    ],
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(put_parcel, body=change(BODY)), 200, PutParcel200)
