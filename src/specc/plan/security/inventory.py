"""A service has no more to it than its spec says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specc.ir import nodes
from specc.ir.expressions import Const, walk
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import about_service, entitled
from specc.plan.security.nodes import Probe, SecurityTest

_VERSION = re.compile(r"/v\d{1,3}(/|$)", re.I)


def inventory(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`inventory.undocumented` of a service."""
    service = about_service(recipes, endpoint)
    if service is None:
        return
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError:
        return  # `conforms` says so
    yield SecurityTest(
        None,
        ("inventory.undocumented",),
        "hides_no_path",
        call,
        (),
        "No path that the spec does not know is open to everyone.",
        endpoint.place,
        service,
    )


def versions(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`inventory.version` of what is read at a path with a version in it."""
    if endpoint.method != "GET" or not (
        _VERSION.search("".join(endpoint.path)) or _has_version(recipes, endpoint.service)
    ):
        return
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError:
        return  # `conforms` says so
    yield SecurityTest(
        endpoint.name,
        ("inventory.version",),
        "hides_no_version",
        call,
        (),
        "No other version of it is served.",
        endpoint.place,
    )


def _has_version(recipes: Recipes, name: str) -> bool:
    """Whether a service's own url has a version in it, as far as the spec says."""
    for service in recipes.suite.services:
        if service.name == name:
            return any(
                isinstance(item, Const)
                and isinstance(item.value, str)
                and _VERSION.search(item.value.partition("://")[2])
                for item in walk(service.url)
            )
    return False
