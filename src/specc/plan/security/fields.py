"""Where odd input goes in: parameters, and texts of a body."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.ir.expressions import Fields, Items, Value
from specc.plan.examples import Examples
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes
from specc.semantics.types import ListOf, Record, Scalar, Type, Union

MOST = 12
"""Places of one endpoint that are probed."""

_TEXTS = frozenset({"string", "uri", "email", "hostname", "uuid", "any", "json"})
_EXACTLY = frozenset({"to", "goto", "dest", "feed", "image", "avatar", "proxy", "host"})
_URLS = ("url", "uri", "link", "callback", "webhook", "target", "redirect", "next", "return", "src")


def fields_of(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> tuple[str, ...]:
    """`path.id`, `query.q`, `body.note`, `body.lines[0].sku`: at most MOST of them."""
    examples = recipes.examples(endpoint, frozenset())
    found = [
        f"{item.place_in}.{item.name}"
        for item in endpoint.parameters
        if item.place_in in ("path", "query") and _is_plain(item.type, examples)
    ]
    if endpoint.body_type is not None and isinstance(call.body, Fields):
        found.extend(f"body.{path}" for path in _texts(endpoint.body_type, call.body, examples, ""))
    return tuple(found[:MOST])


def urls_of(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> tuple[str, ...]:
    """Those of the places that hold a URL, by their type or their name."""
    examples = recipes.examples(endpoint, frozenset())
    types = {
        f"{item.place_in}.{item.name}": examples.body_of(item.type) for item in endpoint.parameters
    }
    body = None if endpoint.body_type is None else examples.body_of(endpoint.body_type)
    for item in body.properties if isinstance(body, Record) else ():
        types[f"body.{item.name}"] = examples.body_of(item.type)

    redirects = any(300 <= item.status < 400 for item in endpoint.returns)

    def is_url(place: str) -> bool:
        if redirects and place.startswith(("query.", "path.")):
            return True
        type_ = types.get(place)
        if isinstance(type_, Scalar) and type_.kind == "uri":
            return True
        name = place.rpartition(".")[2].lower()
        return name in _EXACTLY or any(word in name for word in _URLS)

    return tuple(place for place in fields_of(recipes, endpoint, call) if is_url(place))


def _is_plain(type_: Type, examples: Examples) -> bool:
    return isinstance(examples.body_of(type_), Scalar)


def _texts(type_: Type, value: Value | None, examples: Examples, at: str) -> Iterator[str]:
    """The places of texts in a body; those that it does not have only where its holder is there."""
    match examples.body_of(type_):
        case Record(properties):
            if not isinstance(value, Fields):
                return
            given = dict(value.entries)
            for item in properties:
                if item.readonly or not item.name.replace("_", "a").isalnum():
                    continue
                place = f"{at}.{item.name}" if at else item.name
                yield from _texts(item.type, given.get(item.name), examples, place)
        case ListOf(item_type):
            if isinstance(value, Items) and value.items:
                yield from _texts(item_type, value.items[0], examples, f"{at}[0]")
        case Union(options):
            if any(
                isinstance(option, Scalar) and option.kind in _TEXTS
                for option in map(examples.body_of, options)
            ):
                yield at
        case Scalar(kind) if kind in _TEXTS and at:
            yield at
        case _:
            return
