"""Input stays input: it is no code, no path, no query and no page."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.ir.expressions import Const
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import SAFE, entitled
from specc.plan.security.fields import fields_of, urls_of
from specc.plan.security.nodes import Probe, SecurityTest, Untested

_ALL = (
    "inj.sql",
    "inj.nosql",
    "inj.command",
    "inj.ssti",
    "inj.path",
    "inj.crlf",
    "xss.reflected",
)
_URLS = ("ssrf.fetch", "redirect.open")


def injection(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`inj.*`, `xss.reflected`, `ssrf.fetch` and `redirect.open` at each place of an endpoint."""
    try:
        call = entitled(recipes, endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, _ALL, endpoint.place, str(reason))
        return
    writes = endpoint.method not in SAFE
    places = fields_of(recipes, endpoint, call)
    if places:
        yield SecurityTest(
            endpoint.name,
            _ALL,
            "takes_as_data",
            call,
            (("at", Const(list(places))),),
            "What is sent is taken as data.",
            endpoint.place,
            writes=writes,
        )
    urls = urls_of(recipes, endpoint, call)
    if urls:
        yield SecurityTest(
            endpoint.name,
            _URLS,
            "follows_no_stranger",
            call,
            (("at", Const(list(urls))),),
            "The service goes to no URL, and leads to none, only because a client says so.",
            endpoint.place,
            writes=writes,
        )
