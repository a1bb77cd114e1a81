"""The requests that an endpoint takes, changed: what is invalid, at the edge, or odd in them."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from specc.ir import nodes
from specc.ir.expressions import Builtin, Fields, Thing, Value
from specc.plan.changes import Change, Changes, admits
from specc.plan.changes.change import Place
from specc.plan.examples import Examples
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes
from specc.semantics.types import Record, Scalar, Type

NESTED = 1_000
"""How deep lists lie within lists in a body that asks for too much."""

_PLAIN = (
    ("empty", b""),
    ("nul", b"a\x00b"),
    ("not_utf8", b"\xff\xfe"),
    ("very_long", "a" * 100_000),
)

Find = Callable[[Changes, Type, Value | None, Place], list[Change]]


def breaking(finder: Changes, type_: Type, base: Value | None, place: Place) -> list[Change]:
    """What is invalid."""
    return finder.invalid(type_, base, place)


def edges(finder: Changes, type_: Type, base: Value | None, place: Place) -> list[Change]:
    """What is valid, just so."""
    return finder.valid(type_, base, place)


def odd(finder: Changes, type_: Type, base: Value | None, place: Place) -> list[Change]:
    """What is neither clearly valid nor clearly invalid."""
    return finder.odd(type_, base, place)


def examples_of(recipes: Recipes, endpoint: nodes.Endpoint) -> Examples:
    """What makes the values that changes put: such as are known before the run."""
    return attrs.evolve(recipes.examples(endpoint, frozenset()), unique=False)


def body_changes(
    recipes: Recipes, endpoint: nodes.Endpoint, call: Call, find: Find
) -> list[Change]:
    """The changes of an endpoint's body; none where it takes anything."""
    if endpoint.body_type is None or endpoint.body_form not in ("json", "form", "multipart"):
        return []
    examples = examples_of(recipes, endpoint)
    finder = Changes(
        examples.body_of,
        textual=endpoint.body_form != "json",
        secrets=endpoint.effect("creates") is not None,
        taken=endpoint.may_be_taken,
        example=examples.of,
    )
    return find(finder, endpoint.body_type, call.body, Place())


def broken_texts(recipes: Recipes, endpoint: nodes.Endpoint) -> list[Change]:
    """JSON bodies that are invalid as a whole."""
    if endpoint.body_form != "json" or endpoint.body_type is None:
        return []
    examples = recipes.examples(endpoint, frozenset())
    body = Place((), "body")
    found = [body.put("malformed", b'{"'), body.put("not_utf8", b'{"text": "\xff"}')]
    found.append(body.put("nested", b"[" * NESTED + b"]" * NESTED))
    wholes: tuple[tuple[str, object], ...] = (
        ("wrong_type", "text"),
        ("null", None),
        ("list", []),
        ("object", {}),
    )
    for name, value in wholes:
        if not admits(examples.body_of, endpoint.body_type, value):
            found.append(body.put(name, value))
    if not _may_be_empty(examples, endpoint.body_type):
        found.append(body.put("empty", b""))
    return found


def odd_texts(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> list[Change]:
    """JSON bodies that readers of JSON disagree about, and plain ones that are seldom seen."""
    if endpoint.body_form in ("text", "bytes"):
        body = Place((), "body")
        return [body.put(name, text) for name, text in _PLAIN]
    if endpoint.body_form != "json" or endpoint.body_type is None:
        return []
    examples = recipes.examples(endpoint, frozenset())
    found = []
    if isinstance(call.body, Fields) and call.body.entries:
        name = call.body.entries[0][0]
        found.append(Change("body.repeated_key", "repeat", (name,)))
    if _may_be_empty(examples, endpoint.body_type):
        found.append(Change("body.empty", "put", (), b""))
    return found


def _may_be_empty(examples: Examples, type_: Type) -> bool:
    """Whether a body in which nothing must be said might be left out as well."""
    record = examples.body_of(type_)
    return isinstance(record, Record) and all(
        item.optional or item.readonly for item in record.properties
    )


def param_changes(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    call: Call,
    parameter: nodes.Parameter,
    find: Find,
) -> list[Change]:
    """The changes of one parameter, such as can be sent where it stands."""
    examples = examples_of(recipes, endpoint)
    finder = Changes(examples.body_of, textual=True, secrets=True, taken=True, example=examples.of)
    label = f"{parameter.place_in}.{parameter.name}"
    given = dict(call.params).get(parameter.name)
    place = Place((parameter.name,), label)
    found = find(finder, parameter.type, given, place)
    return [change for change in found if _can_be_sent(parameter, change)]


def names(parameter: nodes.Parameter) -> list[Change]:
    """What nothing can be called by, in place of a thing's name in a path."""
    place = Place((parameter.name,), f"path.{parameter.name}")
    finder = Changes(lambda type_: type_, textual=True)
    found = finder.odd(Scalar("string"), None, place)
    return [change for change in found if _can_be_sent(parameter, change)]


def changeable(call: Call, parameter: nodes.Parameter) -> bool:
    """Whether a parameter's value may be another valid one: not a thing's, nor made for the run."""
    return not isinstance(dict(call.params).get(parameter.name), Builtin | Thing)


def _can_be_sent(parameter: nodes.Parameter, change: Change) -> bool:
    value, place_in = change.value, parameter.place_in
    if change.operation == "drop":
        return place_in != "path"
    if change.operation not in ("put",):
        return False
    # An empty path segment is another path, and an empty header is none at all.
    if place_in != "query" and value in ("", [], None):
        return False
    if isinstance(value, dict) or (isinstance(value, list) and place_in != "query"):
        return False
    if place_in == "header" and change.label.endswith(".other_case"):
        return False  # Much that stands in headers may be written either way.
    if place_in in ("header", "cookie") and isinstance(value, str):
        # Beyond ASCII there is no agreed way to send one.
        plain = value.isascii() and value.isprintable() and value == value.strip()
        return plain and (place_in == "header" or not set(value) & set(' ",;\\'))
    return True
