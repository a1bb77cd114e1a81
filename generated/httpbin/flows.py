"""Flows that tests and load profiles share, from specs/httpbin.bts."""

from decimal import Decimal
from types import SimpleNamespace

from specc.runtime import Actor, Checks, equal, uuid

from .endpoints import post_parcel


def parcel(actor: Actor, check: Checks) -> SimpleNamespace:
    """The flow parcel (specs/httpbin.bts:516)."""
    sent = check.expect(
        actor.call(
            post_parcel,
            body={
                "reference": uuid(),
                "recipient": "Ada",
                "weight": Decimal("2.5"),
                "contents": [{"sku": "AB123", "quantity": 2}],
            },
        ),
        200,
        at="specs/httpbin.bts:517",
    )
    with check("specs/httpbin.bts:523", "sent.json == request(sent)", sent):
        equal(sent["json"], sent.sent)
    return SimpleNamespace(sent=sent)
