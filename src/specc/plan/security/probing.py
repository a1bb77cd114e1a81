"""Input that is probed by what is opted in to, or by how it comes: time, XML, other types."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.ir.expressions import Const
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import SAFE, entitled
from specc.plan.security.fields import fields_of, urls_of
from specc.plan.security.mass_assignment import look_at
from specc.plan.security.nodes import Argument, Probe, SecurityTest, Untested


def delays(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`inj.sql_time` at each place of an endpoint."""
    yield from _at_fields(
        recipes, endpoint, "inj.sql_time", "is_not_delayed", "No input delays a statement."
    )


def patterns(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`dos.regex` at each place of an endpoint."""
    yield from _at_fields(
        recipes,
        endpoint,
        "dos.regex",
        "matches_in_time",
        "Checking a text takes no longer than its length warrants.",
    )


def upstreams(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`upstream.hostile` where a request names a URL."""
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError:
        return  # what else is asked of the endpoint says so
    urls = urls_of(recipes, endpoint, call)
    if urls:
        yield SecurityTest(
            endpoint.name,
            ("upstream.hostile",),
            "trusts_no_upstream",
            call,
            (("at", Const(list(urls))),),
            "What another service answers is data.",
            endpoint.place,
            writes=endpoint.method not in SAFE,
        )


def documents(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`inj.xxe` of what takes XML, or JSON, which may be a matter of the content type alone."""
    is_xml = "xml" in (endpoint.body_media or "")
    if not is_xml and endpoint.body_form != "json":
        return
    rules = ("inj.xxe",)
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, rules, endpoint.place, str(reason))
        return
    yield SecurityTest(
        endpoint.name,
        rules,
        "brings_nothing_in",
        call,
        (),
        "A document of XML brings in nothing that is not in it.",
        endpoint.place,
        writes=endpoint.method not in SAFE,
    )


def content_types(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`misconf.content_type` of what keeps the texts of a body of JSON."""
    effect = endpoint.effect("creates") or endpoint.effect("updates")
    if effect is None or endpoint.body_form != "json":
        return
    rules = ("misconf.content_type",)
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, rules, endpoint.place, str(reason))
        return
    places = [place for place in fields_of(recipes, endpoint, call) if place.startswith("body.")]
    if not places:
        return
    others: list[tuple[str, Argument]] = [("at", Const(places[:4]))]
    look = look_at(recipes, effect, call)
    if look is not None:
        others.append(("reread", look))
    yield SecurityTest(
        endpoint.name,
        rules,
        "checks_whatever_type",
        call,
        tuple(others),
        "What is refused as JSON is refused under every other name.",
        endpoint.place,
        writes=True,
    )


def _at_fields(
    recipes: Recipes, endpoint: nodes.Endpoint, rule: str, check: str, doc: str
) -> Iterator[Probe]:
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, (rule,), endpoint.place, str(reason))
        return
    places = fields_of(recipes, endpoint, call)
    if places:
        yield SecurityTest(
            endpoint.name,
            (rule,),
            check,
            call,
            (("at", Const(list(places))),),
            doc,
            endpoint.place,
            writes=endpoint.method not in SAFE,
        )
