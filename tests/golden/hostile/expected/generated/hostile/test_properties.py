"""What hostile.bts says holds for requests of all kinds."""

from specc.runtime import Actor, expect, obligation
from specc.runtime.properties import Sent, any_invalid, any_valid, refused

from . import requests
from .contracts import Class
from .endpoints import scenarios


@obligation("scenarios.any_valid", "hostile.bts:27")
@any_valid(requests.scenarios)
def test_scenarios_any_valid(import_: Actor, sent: Sent) -> None:
    """Any valid request is answered 201 as declared."""
    expect(
        import_.call(scenarios, {"lambda": "x'y"} | sent.params, body=sent.body),
        201,
        Class,
    )


@obligation("scenarios.any_invalid", "hostile.bts:28")
@any_invalid(requests.scenarios)
def test_scenarios_any_invalid(import_: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(
        import_.call(scenarios, {"lambda": "x'y"} | sent.params, body=sent.body), sent
    )
