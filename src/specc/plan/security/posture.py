"""How the service presents itself: judged by the answers of its endpoints."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import SAFE, about_service, entitled
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
    service = about_service(recipes, endpoint)
    if service is not None:
        yield SecurityTest(
            None,
            ("inventory.debug",),
            "shows_no_debug_page",
            call,
            (),
            "No page for debugging is open to everyone.",
            endpoint.place,
            service,
        )
