"""Answers hold what they should, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.ir.expressions import Const
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import SAFE, entitled, secret_fields
from specc.plan.security.fields import fields_of
from specc.plan.security.nodes import Probe, SecurityTest


def exposure(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`data.undeclared_field`, `data.secret_value` and `error.disclosure`."""
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError:
        return  # `conforms` says so
    writes = endpoint.method not in SAFE
    if endpoint.success is not None and endpoint.success.contract is not None:
        yield SecurityTest(
            endpoint.name,
            ("data.undeclared_field",),
            "shows_only_declared",
            call,
            (),
            "The answer holds no field that nobody declared.",
            endpoint.success.place,
            writes=writes,
        )
    secrets = secret_fields(recipes, endpoint)
    if secrets:
        yield SecurityTest(
            endpoint.name,
            ("data.secret_value",),
            "keeps_secret",
            call,
            (("secrets", Const(list(secrets))),),
            "A secret that is sent does not come back.",
            endpoint.place,
            writes=writes,
        )
    places = fields_of(recipes, endpoint, call)
    if places:
        yield SecurityTest(
            endpoint.name,
            ("error.disclosure",),
            "errors_tell_nothing",
            call,
            (("at", Const(list(places))),),
            "No error tells of the inside of the service.",
            endpoint.place,
            writes=writes,
        )
