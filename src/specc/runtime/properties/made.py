"""Strategies of whole requests: valid ones, and ones that break exactly one rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import hypothesis
from hypothesis import strategies as st

from specc.runtime.absent import ABSENT
from specc.runtime.json_text import Json
from specc.runtime.properties.breaking import GONE, Breach, Breaches
from specc.runtime.properties.carriers import carrier_of, carrier_of_body
from specc.runtime.properties.requests import Broken, Requests, Sent
from specc.runtime.properties.values import UnreadableError, Values

MALFORMED = b'{"'
"""JSON that is cut off."""
_LOOKED_AT = 20
"""Requests that are looked at to learn which rules there are to break; none of them is sent."""

Find = Callable[[Sent], list[Breach]]


def valid(requests: Requests, *, full: bool = False) -> st.SearchStrategy[Sent]:
    """Valid requests; with `full`, each optional parameter and field is there.

    Raises UnreadableError where no valid value of a part is known.
    """
    must: dict[str, Any] = {}
    may: dict[str, Any] = {}
    for name, schema in requests.params.items():
        carrier = carrier_of(requests.place_of(name))
        strategy = Values(requests.definitions, carrier, full).of(schema)
        (must if full or name in requests.required else may)[name] = strategy
    params = st.fixed_dictionaries(must, optional=may)
    body: st.SearchStrategy[Any] = st.just(ABSENT)
    if requests.body is not None:
        values = Values(requests.definitions, carrier_of_body(requests.endpoint.body), full)
        body = values.of(requests.body)
    return st.builds(lambda given, sent: Sent(requests, given, sent), params, body)


@attrs.frozen(eq=False)
class Invalid:
    """The ways to break one rule of an endpoint's requests, by the rules' labels."""

    requests: Requests
    base: st.SearchStrategy[Sent]
    finders: Mapping[str, Find]

    @staticmethod
    def of(requests: Requests) -> Invalid:
        """Raises UnreadableError where there is nothing to break."""
        parts = [*requests.params, *(["body"] if requests.body is not None else [])]
        finders = {name: _finder(requests, name) for name in parts if _may_break(requests, name)}
        return Invalid(requests, valid(requests, full=True), finders)

    def ways(self, sent: Sent) -> dict[str, list[tuple[str, Breach]]]:
        """All ways to break a request, by their labels."""
        found: dict[str, list[tuple[str, Breach]]] = {}
        for name, find in self.finders.items():
            for breach in find(sent):
                label = _label(self.requests, name, breach)
                if not _is_waived(self.requests, label):
                    found.setdefault(label, []).append((name, breach))
        return found

    def labels(self, seed: int) -> list[str]:
        """The rules that can be broken, as far as a few requests show them.

        Raises UnreadableError where there are none.
        """
        found: dict[str, None] = {}

        def look(sent: Sent) -> None:
            found.update(dict.fromkeys(self.ways(sent)))

        few = hypothesis.settings(
            max_examples=_LOOKED_AT,
            database=None,
            deadline=None,
            phases=(hypothesis.Phase.generate,),
            suppress_health_check=tuple(hypothesis.HealthCheck),
        )
        hypothesis.seed(seed)(few(hypothesis.given(self.base)(look)))()
        if not found:
            raise UnreadableError("its types allow everything: there is nothing to break")
        return list(found)

    def breaking(self, label: str) -> st.SearchStrategy[Sent]:
        """Requests that are valid but for one rule."""

        @st.composite
        def broken(draw: Callable[[Any], Any]) -> Sent:
            sent = draw(self.base)
            ways = self.ways(sent).get(label)
            # Another alternative of a union has other rules.
            hypothesis.assume(ways)
            return _edited(sent, label, *draw(st.sampled_from(ways or [])))

        return broken()


def _may_break(requests: Requests, name: str) -> bool:
    schema = requests.body if name == "body" else requests.params[name]
    return schema not in ({}, True)


def _label(requests: Requests, name: str, breach: Breach) -> str:
    """The name of a rule, as obligations have it: `lines[].quantity.above_maximum`."""
    place = re.sub(r"\[\d+\]", "[]", _place(requests, name, breach))
    return f"{place or 'body'}.{breach.rule}"


def _place(requests: Requests, name: str, breach: Breach) -> str:
    if _is_body(requests, name):
        return breach.place
    place = f"{requests.place_of(name)}.{name}"
    if not breach.place:
        return place
    return place + (breach.place if breach.place.startswith("[") else f".{breach.place}")


def _is_body(requests: Requests, name: str) -> bool:
    return name == "body" and name not in requests.params


def _is_waived(requests: Requests, label: str) -> bool:
    return any(label == each or label.startswith(f"{each}.") for each in requests.waived)


def _finder(requests: Requests, name: str) -> Find:
    """What lists the ways to break one part of a request."""
    if _is_body(requests, name):
        carrier = carrier_of_body(requests.endpoint.body)
        breaches = Breaches(requests.definitions, carrier)
        extra = [Breach((), "malformed", MALFORMED)] if requests.endpoint.body == "json" else []
        return lambda sent: [*breaches.of(requests.body, sent.body), *extra]
    place = requests.place_of(name)
    breaches = Breaches(requests.definitions, carrier_of(place))
    schema: Mapping[str, Json] = requests.params[name]
    missing = [Breach((), "missing", GONE)] if name in requests.required and place != "path" else []

    def find(sent: Sent) -> list[Breach]:
        ways = [each for each in breaches.of(schema, sent.params[name]) if each.rule != "null"]
        return [*missing, *(each for each in ways if _sendable(each, place))]

    return find


def _sendable(breach: Breach, place: str) -> bool:
    """Whether HTTP can carry it: an empty segment is another path, an empty header is none."""
    value = breach.value
    if value in ("", []):
        return place == "query" and value == ""
    if place in ("header", "cookie") and isinstance(value, str):
        return carrier_of(place).carries(value)
    return True


def _edited(sent: Sent, label: str, name: str, breach: Breach) -> Sent:
    broken = Broken(name, _place(sent.requests, name, breach), label)
    if _is_body(sent.requests, name):
        return Sent(sent.requests, sent.params, breach(sent.body), broken)
    params = dict(sent.params)
    if breach.value is GONE:
        del params[name]
    else:
        params[name] = breach(params[name])
    return Sent(sent.requests, params, sent.body, broken)
