"""POST /post keeps what specs/httpbin.bts:119 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, uuid

from .contracts import PostParcel200
from .endpoints import post_parcel


@obligation("post_parcel.conforms", "specs/httpbin.bts:122")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(
            post_parcel,
            body={
                "reference": uuid(),
                "recipient": "Ada",
                "weight": Decimal("2.5"),
                "contents": [{"sku": "AB123", "quantity": 2}],
            },
        ),
        200,
        PostParcel200,
    )


@obligation("post_parcel.accepts", "specs/httpbin.bts:122")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("recipient", "a"), id="recipient.minimum_length"),
        pytest.param(Put("recipient", "a" * 60), id="recipient.maximum_length"),
        pytest.param(Put("weight", 0), id="weight.minimum"),
        pytest.param(Put("weight", 100), id="weight.maximum"),
        pytest.param(Put("express", True), id="express.true"),
        pytest.param(Put("express", False), id="express.false"),
        pytest.param(Put("notes", None), id="notes.null"),
        pytest.param(Put("notes", "a" * 200), id="notes.maximum_length"),
        pytest.param(
            Put("contents", [{"sku": "AB123", "quantity": 2}]), id="contents.minimum"
        ),
        pytest.param(
            Put("contents", [{"sku": "AB123", "quantity": 2}] * 5),
            id="contents.maximum",
        ),
        pytest.param(Put("contents[0].quantity", 1), id="contents[].quantity.minimum"),
        pytest.param(Put("contents[0].quantity", 99), id="contents[].quantity.maximum"),
    ],
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        anonymous.call(
            post_parcel,
            body=change(
                {
                    "reference": uuid(),
                    "recipient": "Ada",
                    "weight": Decimal("2.5"),
                    "contents": [{"sku": "AB123", "quantity": 2}],
                }
            ),
        ),
        200,
        PostParcel200,
    )
