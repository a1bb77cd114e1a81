"""A sequence of calls, as a run tells of it, as the steps of a test."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs

from specc.ir import nodes
from specc.learning.literals import Reference, UnsayableError, literal, quoted

Told = Mapping[str, Any]
"""A call, as `specc.runtime.properties.found` tells of it."""

SEEN = "seen"
"""What the last answer is bound to, where something is claimed of it."""

_ABSENT = object()
_decoder = json.JSONDecoder(parse_float=Decimal)


@attrs.frozen
class Made:
    """A call that made a thing, and what the test binds its answer to."""

    name: str
    contract: str
    at: tuple[str, ...]
    answer: Any


@attrs.define
class Steps:
    """Writes the steps of one test. Names of the spec are those of the module called `alias`."""

    suite: nodes.Suite
    alias: str
    raw: bool = False
    """Whether the last call is written as a plain request, past what is known of its endpoint."""
    lines: list[str] = attrs.field(factory=list)
    made: list[Made] = attrs.field(factory=list)

    def write(self, found: Told, expects: str) -> list[str]:
        """The lines of a test in which the last call has to be answered as expected.

        Raises UnsayableError where the language has no way to say a call.
        """
        calls = list(found["calls"])
        if not calls:
            raise UnsayableError("no call was made")
        claim = found.get("claim")
        if claim is not None and claim["kind"] != "equal":
            calls = _first_page(calls, claim)
        for call in [*_needed(found, self.suite), *calls[:-1]]:
            self._step(call, _came(call))
        if claim is not None:
            self._step(calls[-1], _came(calls[-1]), SEEN)
            self.lines.append(f"  expect {self._claim(claim)}")
        elif self.raw:
            self._request(calls[-1], expects)
        else:
            self._step(calls[-1], expects, "")
        return self.lines

    def _claim(self, claim: Told) -> str:
        """What must be true of the last answer."""
        path = "".join(f".{_word(step)}" for step in claim["path"])
        value = literal(self._with_things(_value(claim["value"])))
        if claim["kind"] == "equal":
            return f"{SEEN}{path} == {value}"
        key = "".join(f".{_word(step)}" for step in claim["key"])
        return f"{value} {claim['kind']} {SEEN}{path}[*]{key}"

    def _step(self, call: Told, expects: str, bind: str | None = None) -> None:
        """One call. What it makes is bound, or its answer to `bind`; nothing if that is empty."""
        if "unsayable" in call:
            raise UnsayableError(call["unsayable"])
        endpoint = self.suite.by_name[call["endpoint"]]
        arguments = [
            f"{_label(name)}: {literal(self._fed(endpoint, name, _value(text)))}"
            for name, text in call["params"].items()
        ]
        line = f"  {self.alias}.{endpoint.name}"
        if arguments:
            line += f"({', '.join(arguments)})"
        effect = endpoint.effect("creates")
        bound = f" -> {bind}" if bind else ""
        if bind is None and effect is not None and "answer" in call:
            bound = self._bind(effect, _value(call["answer"]))
        self.lines.append(line + self._clauses(call, expects, len(line)) + bound)

    def _request(self, call: Told, expects: str) -> None:
        """`POST "/orders?limit=text" with {...} as alice expects 422`."""
        if "target" not in call:
            raise UnsayableError("no answer came, so that nothing is known to be expected")
        endpoint = self.suite.by_name[call["endpoint"]]
        if endpoint.body_form not in (None, "json") or endpoint.body_media is not None:
            raise UnsayableError("only JSON can be sent with a plain request")
        if "body" in call and "unsayable" in call and not call["body"]:
            raise UnsayableError(call["unsayable"])
        if any(item.place_in in ("header", "cookie") for item in endpoint.parameters):
            raise UnsayableError("a plain request has no way to send its headers")
        line = f"  {endpoint.method} {self._path(endpoint, call)}"
        self.lines.append(line + self._clauses(call, expects, len(line)))

    def _path(self, endpoint: nodes.Endpoint, call: Told) -> str:
        """The path as it was sent, with the keys of things filled in."""
        text = quoted(call["target"])
        for name, value in call["params"].items():
            fed = self._fed(endpoint, name, _value(value) if value else None)
            if isinstance(fed, Reference) and (plain := str(_value(value))) in call["target"]:
                text = text.replace(quoted(plain)[1:-1], "{" + fed.text + "}")
        return text

    def _clauses(self, call: Told, expects: str, column: int) -> str:
        text = ""
        if "body" in call:
            body = self._with_things(_value(call["body"]))
            text += " with " + literal(body, 2, column + len(" with "))
        actor = call["actor"]
        text += f" as {actor if actor == 'anonymous' else f'{self.alias}.{actor}'}"
        return f"{text} expects {expects}" if expects else text

    # --- things ----------------------------------------------------------------------------

    def _bind(self, effect: nodes.Effect, answer: Any) -> str:
        stem = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", effect.contract).lower()
        count = sum(each.contract == effect.contract for each in self.made)
        name = stem if not count else f"{stem}_{count + 1}"
        at = () if effect.at is None else effect.at
        if not effect.from_request:
            self.made.append(Made(name, effect.contract, at, answer))
            return f" -> {name}"
        return ""

    def _fed(self, endpoint: nodes.Endpoint, name: str, value: Any) -> Any:
        """A parameter's value, as that of the thing it is taken from, if the test makes it."""
        parameter = next((item for item in endpoint.parameters if item.name == name), None)
        if parameter is None or parameter.feed is None:
            return value
        for made in reversed(self.made):
            if made.contract != parameter.feed.contract:
                continue
            path = (*made.at, *parameter.feed.path)
            if _same(_at(made.answer, path), value):
                return Reference(".".join((made.name, *path)))
        return value

    def _with_things(self, value: Any) -> Any:
        """A body in which the keys of things that the test makes are taken from them."""
        match value:
            case dict():
                return {key: self._with_things(item) for key, item in value.items()}
            case list():
                return [self._with_things(item) for item in value]
            case str() if len(value) >= 8:
                for made in reversed(self.made):
                    for path in _keys(self.suite, made.contract):
                        if _at(made.answer, (*made.at, *path)) == value:
                            return Reference(".".join((made.name, *made.at, *path)))
        return value


def _needed(found: Told, suite: nodes.Suite) -> Iterator[Told]:
    """The earlier calls that made what the calls are about, and what those are about in turn."""
    before: list[Told] = [call for call in found["before"] if "answer" in call]
    wanted: list[Told] = []
    pending: list[Told] = list(found["calls"])
    while pending:
        call = pending.pop()
        endpoint = suite.by_name.get(call["endpoint"])
        for parameter in () if endpoint is None else endpoint.parameters:
            text = call["params"].get(parameter.name)
            if parameter.feed is None or not text:
                continue
            for maker in before:
                effect = suite.by_name[maker["endpoint"]].effect("creates")
                if effect is None or effect.contract != parameter.feed.contract:
                    continue
                path = (*(effect.at or ()), *parameter.feed.path)
                if _same(_at(_value(maker["answer"]), path), _value(text)):
                    if maker not in wanted:
                        wanted.append(maker)
                        pending.append(maker)
                    break
    yield from (call for call in before if call in wanted)


def _first_page(calls: list[Told], claim: Told) -> list[Told]:
    """The calls up to the first page of the list that they end with."""
    first = len(calls) - 1
    while first and calls[first - 1]["endpoint"] == calls[-1]["endpoint"]:
        first -= 1
    if first < len(calls) - 1 and claim["kind"] == "in":
        raise UnsayableError("the list has several pages, and a test looks at one")
    return calls[: first + 1]


def _keys(suite: nodes.Suite, contract: str) -> set[tuple[str, ...]]:
    return {
        item.feed.path
        for endpoint in suite.endpoints
        for item in endpoint.parameters
        if item.feed is not None and item.feed.contract == contract
    }


def _came(call: Told) -> str:
    return "" if call["status"] is None else str(call["status"])


def _value(text: str) -> Any:
    try:
        return _decoder.decode(text)
    except (ValueError, RecursionError):
        raise UnsayableError("its JSON cannot be read again") from None


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        if not isinstance(value, dict) or step not in value:
            return _ABSENT
        value = value[step]
    return value


def _same(one: Any, other: Any) -> bool:
    return one is not _ABSENT and (one == other or str(one) == str(other))


def _word(name: str) -> str:
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
        raise UnsayableError(f"no expression leads to a field called {quoted(name)}")
    return name


def _label(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) else quoted(name)
