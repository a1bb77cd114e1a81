"""How the service presents itself: judged by the answers of its endpoints."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import SAFE, entitled
from specc.plan.security.nodes import Probe, SecurityTest

_ANSWERS = ("cors.origin", "misconf.nosniff", "misconf.banner", "misconf.cookie", "inj.host")


def posture(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`misconf.*`, `cors.origin`, `inj.host` of an endpoint, `inventory.debug` of a service."""
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError:
        return  # `conforms` says so
    yield SecurityTest(
        endpoint.name,
        _ANSWERS,
        "presents_well",
        call,
        (),
        "The answer's headers keep its reader safe.",
        endpoint.place,
        writes=endpoint.method not in SAFE,
    )
    first = next(
        item.name
        for item in recipes.suite.endpoints
        if item.service == endpoint.service and item.covered
    )
    if endpoint.name == first:
        services = {item.service for item in recipes.suite.endpoints if item.covered}
        yield SecurityTest(
            None,
            ("inventory.debug",),
            "shows_no_debug_page",
            call,
            (),
            "No page for debugging is open to everyone.",
            endpoint.place,
            endpoint.service if len(services) > 1 else "",
        )
