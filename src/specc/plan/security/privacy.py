"""How private answers travel."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.plan.recipes import ANONYMOUS, Recipes, UnreachableError
from specc.plan.security.attempts import about_service, entitled
from specc.plan.security.nodes import Probe, SecurityTest


def privacy(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`misconf.cache` of what is not for everyone, `misconf.hsts`, `misconf.tls` of a service."""
    service = about_service(recipes, endpoint)
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError:
        return  # `conforms` says so
    if endpoint.method == "GET" and not endpoint.open and call.actor != ANONYMOUS:
        yield SecurityTest(
            endpoint.name,
            ("misconf.cache",),
            "travels_safely",
            call,
            (),
            "A private answer is kept by nobody on its way.",
            endpoint.place,
        )
    if service is not None:
        yield SecurityTest(
            None,
            ("misconf.hsts", "misconf.tls"),
            "travels_safely",
            call,
            (),
            "By https, nobody on the way can listen.",
            endpoint.place,
            service,
        )
