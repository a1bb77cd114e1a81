"""What contracts.bts says holds for requests of all kinds."""

from specc.runtime import Actor, expect, expect_status, obligation, unique
from specc.runtime.properties import Sent, any_invalid, any_valid, refused

from . import requests
from .contracts import Everything
from .endpoints import change_2, make


@obligation("make.any_valid", "contracts.bts:64")
@any_valid(requests.make)
def test_make_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 201 as declared."""
    expect(ann.call(make, body=sent.body), 201, Everything)


@obligation("make.any_invalid", "contracts.bts:66")
@any_invalid(requests.make)
def test_make_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(ann.call(make, body=sent.body), sent)


@obligation("change.any_valid", "contracts.bts:73")
@any_valid(requests.change_2)
def test_change_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    new_everything = expect_status(
        ann.call(
            make,
            body={
                "password": unique("text"),
                "name": "AA",
                "size": "small",
                "level": 1,
                "price": 1,
                "flag": True,
                "mail": unique("person") + "@host.example",
                "tags": [{"name": "text", "color": "#aaaaaa"}],
                "shape": {"kind": "circle", "radius": 1},
                "inner": {"deep": {"value": 1}},
            },
        ),
        201,
    )
    expect(
        ann.call(change_2, {"id": new_everything["id"]}, body=sent.body),
        200,
        Everything,
    )


@obligation("change.any_invalid", "contracts.bts:76")
@any_invalid(requests.change_2)
def test_change_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    new_everything = expect_status(
        ann.call(
            make,
            body={
                "password": unique("text"),
                "name": "AA",
                "size": "small",
                "level": 1,
                "price": 1,
                "flag": True,
                "mail": unique("person") + "@host.example",
                "tags": [{"name": "text", "color": "#aaaaaa"}],
                "shape": {"kind": "circle", "radius": 1},
                "inner": {"deep": {"value": 1}},
            },
        ),
        201,
    )
    refused(ann.call(change_2, {"id": new_everything["id"]}, body=sent.body), sent)
