"""Who calls: what actors' steps were given as credentials, known again when it is sent."""

from __future__ import annotations

import base64
import binascii
import secrets
from collections.abc import Callable, Iterator, Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

import attrs

from specc.ir import nodes
from specc.ir.credentials import Credential
from specc.ir.expressions import MADE_ANEW, Builtin, Column, Const, Value, walk
from specc.ir.steps import Action, FlowCall, Request, walk_steps
from specc.mock.call import Call
from specc.mock.templates import UNKNOWN, Event, at_path, captured_name, evaluated, leaves, likeness
from specc.mock.world import Principal
from specc.semantics.types import Record
from specc.serving.wire import Request as Sent

KEPT = 2_000
"""How many calls of an actor's steps are remembered."""

Key = tuple[str, ...]


@attrs.frozen(eq=False)
class Step:
    """A call among an actor's steps; `name` is what its answer is captured as."""

    actor: nodes.Actor
    place: int
    request: Request
    name: str
    creates: bool
    """Whether whoever calls it is made by it, so that other values are as good as the actor's."""


@attrs.frozen(eq=False)
class Chain:
    """The steps of an actor that someone has taken, as far as they have got."""

    events: Mapping[str, Event]
    templates: Mapping[str, Value | None]
    principal: Principal | None


_START = Chain({}, {}, None)


@attrs.define(eq=False)
class Identities:
    """The callers that a mock knows."""

    suite: nodes.Suite
    environment: Mapping[str, str]
    own: dict[str, Principal] = attrs.field(factory=dict)
    """The principals of actors whose credentials are known before anybody calls, and logins'."""
    credentials: dict[Key, Principal] = attrs.field(factory=dict)
    any_value: dict[tuple[str, str], nodes.Actor] = attrs.field(factory=dict)
    """Credentials that only a table or an environment knows: whatever is sent will do."""
    steps: dict[str, list[Step]] = attrs.field(factory=dict)
    logins: set[str] = attrs.field(factory=set)
    chains: dict[tuple[str, int], list[Chain]] = attrs.field(factory=dict)
    tokens: dict[str, list[tuple[Any, Any, Principal]]] = attrs.field(factory=dict)
    """Per path of a token endpoint (OAuth 2.0) the clients it serves: id, secret, who it is."""

    def __attrs_post_init__(self) -> None:
        for actor in self.suite.actors:
            self.own[actor.name] = Principal(actor.name, actor.role)
            self._read_steps(actor)
            for entry in actor.entries:
                if isinstance(entry, Credential):
                    self._read_credential(actor, entry)

    def _read_steps(self, actor: nodes.Actor) -> None:
        needed = {
            captured_name(value)
            for entry in actor.entries
            if isinstance(entry, Credential)
            for part in entry.values
            for value in walk(part)
        }
        for place, (step, name) in enumerate(_calls(actor.entries, self.suite)):
            endpoint = self.suite.by_name[step.endpoint or ""]
            is_login = bool(name) and name in needed and self._is_login(endpoint, step)
            if is_login:
                self.logins.add(endpoint.name)
            creates = not is_login and endpoint.open
            self.steps.setdefault(endpoint.name, []).append(
                Step(actor, place, step, name or f"#{place}", creates)
            )

    def _is_login(self, endpoint: nodes.Endpoint, step: Request) -> bool:
        """Whether a call asks for proof of who one is: with nothing made up in what it sends."""
        given = [value for _, value in step.params] + ([step.body] if step.body else [])
        made_up = any(
            isinstance(item, Builtin) and item.name in MADE_ANEW
            for value in given
            for item in walk(value)
        )
        if made_up or not given:
            return False
        sent = {path[-1] for path in leaves(step.body) if path}
        for effect in endpoint.effects:
            if effect.kind == "creates":
                made = next((c for c in self.suite.contracts if c.name == effect.contract), None)
                record = self.suite.definitions.get(made.symbol) if made and made.symbol else None
                if isinstance(record, Record) and sent & {item.name for item in record.properties}:
                    return False  # it makes what is described, and that is an account
        return True

    def _read_credential(self, actor: nodes.Actor, credential: Credential) -> None:
        if credential.kind == "oauth2":
            self._read_client(actor, dict(credential.settings))
            return
        values = [evaluated(value, {}, self.environment) for value in credential.values]
        if UNKNOWN not in values:
            self.credentials[_key(credential.kind, values)] = self.own[actor.name]
        elif any(_only_a_run_knows(value) for value in credential.values):
            name = str(values[0]).lower() if credential.kind in ("header", "cookie") else ""
            self.any_value.setdefault((credential.kind, name), actor)

    def _read_client(self, actor: nodes.Actor, settings: Mapping[str, Value]) -> None:
        known = {name: evaluated(value, {}, self.environment) for name, value in settings.items()}
        place = str(known.get("url", ""))
        path = "/" + place.split("://", 1)[-1].partition("/")[2] if "://" in place else place
        entry = (known.get("client_id", UNKNOWN), known.get("client_secret", UNKNOWN))
        self.tokens.setdefault(path, []).append((*entry, self.own[actor.name]))

    # --- who is calling --------------------------------------------------------------------

    def caller(
        self, request: Sent, *, trusting: Callable[[Principal], bool] | None = None
    ) -> Principal | None:
        """Who sends a request; None for nobody in particular.

        With `trusting`, any credential is taken for one of somebody that it holds of, if it can be.
        """
        presented = list(_presented(request, self.credentials))
        for key in presented:
            found = self.credentials.get(key)
            # A password goes with its account; a token lasts until it runs out.
            if found is not None and not (found.gone and key[0] == "basic"):
                return found
        for kind, *values in presented:
            name = values[0] if kind in ("header", "cookie") else ""
            actor = self.any_value.get((kind, name))
            if actor is not None:
                made = Principal(actor.name, actor.role)
                self.credentials[(kind, *values)] = made
                return made
        if trusting is not None and presented:
            known = (each for each in self.credentials.values() if not each.gone)
            return max(known, key=trusting, default=None)
        return None

    # --- logging in ------------------------------------------------------------------------

    def accepts(self, call: Call) -> bool:
        """Whether a call of a login names someone who is known, with the right password."""
        return self._best(call) is not None

    def recorded(self, call: Call, answer: Any) -> None:
        """Note that a call has succeeded: it may have given its caller a new identity."""
        best = self._best(call)
        if best is None:
            return
        step, chain = best
        event = Event(call.params, call.body, answer)
        events = {**chain.events, step.name: event}
        keys = list(self._given(step, events))
        known = (self.credentials.get(key) for key in keys)
        principal = (
            call.principal
            or chain.principal
            or next((each for each in known if each is not None and not each.gone), None)
            or self._principal(step, call)
        )
        if call.made is not None and call.principal is None and call.made.owner is None:
            call.made.owner = principal
            principal.account = principal.account or call.made
        templates = {**chain.templates, step.name: step.request.body}
        kept = self.chains.setdefault((step.actor.name, step.place), [])
        kept.append(Chain(events, templates, principal))
        del kept[:-KEPT]
        for key in keys:
            if key[0] == "basic":  # a new password takes the old one's place
                for old in [each for each in self.credentials if each[:2] == key[:2]]:
                    del self.credentials[old]
            self.credentials[key] = principal

    def _given(self, step: Step, events: Mapping[str, Event]) -> Iterator[Key]:
        """The credentials that a step gives, now that it has been answered."""
        for entry in step.actor.entries:
            if isinstance(entry, Credential) and entry.kind != "oauth2":
                values = [evaluated(item, events, self.environment) for item in entry.values]
                if UNKNOWN not in values and any(
                    captured_name(item) == step.name for part in entry.values for item in walk(part)
                ):
                    yield _key(entry.kind, values)

    def _principal(self, step: Step, call: Call) -> Principal:
        if not step.creates:
            own = self.own[step.actor.name]
            own.known = _shown(call.body) or own.known
            return own
        return Principal(step.actor.name, step.actor.role, known=_shown(call.body))

    def _best(self, call: Call) -> tuple[Step, Chain] | None:
        """The actor's step that a call is most like, and what went before it."""
        best: tuple[int, Step, Chain] | None = None
        for step in self.steps.get(call.endpoint.name, ()):
            before = self.chains.get((step.actor.name, step.place - 1), ())
            for chain in (*reversed(before), _START):
                score = self._score(step, chain, call)
                if score is not None and (best is None or score > best[0]):
                    best = (score, step, chain)
        return None if best is None else best[1:]

    def _score(self, step: Step, chain: Chain, call: Call) -> int | None:
        if chain.principal is not None and chain.principal.gone:
            return None
        total = 1 if chain is not _START else 0
        for path, leaf in leaves(step.request.body).items():
            actual = at_path(call.body, path)
            before = self._as_before(leaf, chain)
            if before is not UNKNOWN:
                found: int | None = 2 if before == actual else None
            else:
                found = likeness(leaf, actual, chain.events, self.environment)
            if found is None and not step.creates:
                return None
            total += found or 0
        for name, value in step.request.params:
            total += likeness(value, call.params.get(name), chain.events, self.environment) or 0
        return total

    def _as_before(self, leaf: Value, chain: Chain) -> Any:
        """What was sent where an earlier step of the chain sends the same: the same password."""
        if not isinstance(leaf, Const | Builtin):
            return UNKNOWN
        for name, template in chain.templates.items():
            for path, other in leaves(template).items():
                if other == leaf:
                    return at_path(chain.events[name].body, path)
        return UNKNOWN

    def token(self, path: str, request: Sent, form: Mapping[str, list[str]]) -> str | None:
        """A token for a client of a token endpoint (RFC 6749, 4.4); None if nobody knows it."""
        told = next((key[1:] for key in _presented(request, {}) if key[0] == "basic"), None)
        if told is None:
            told = (form.get("client_id", [""])[0], form.get("client_secret", [""])[0])
        for identifier, secret, principal in self.tokens.get(path, ()):
            if identifier in (UNKNOWN, told[0]) and secret in (UNKNOWN, told[1]):
                token = secrets.token_urlsafe(24)
                self.credentials[("bearer", token)] = principal
                return token
        return None


def _calls(
    entries: tuple[Action | Credential, ...], suite: nodes.Suite, prefix: str = ""
) -> Iterator[tuple[Request, str]]:
    """The calls of endpoints among steps, those of flows included, with the captures' names."""
    steps = tuple(item for item in entries if not isinstance(item, Credential))
    for step in walk_steps(steps):
        match step:
            case Request(endpoint=name) if name in suite.by_name:
                yield step, prefix + step.capture if step.capture else ""
            case FlowCall(flow=name, capture=capture):
                flow = next((item for item in suite.flows if item.name == name), None)
                if flow is not None and prefix.count(".") < 8:
                    yield from _calls(flow.steps, suite, f"{prefix}{capture or '#'}.")
            case _:
                pass


def _only_a_run_knows(value: Value) -> bool:
    return any(
        isinstance(item, Column)
        or (
            isinstance(item, Builtin) and item.name in ("env", "secret") and len(item.arguments) < 2
        )
        for item in walk(value)
    )


def _key(kind: str, values: list[Any]) -> Key:
    texts = [str(value) for value in values]
    if kind == "header":
        texts[0] = texts[0].lower()
    return (kind, *texts)


def _presented(request: Sent, known: Mapping[Key, Principal]) -> Iterator[Key]:
    scheme, _, rest = request.headers.get("authorization", "").partition(" ")
    match scheme.lower():
        case "bearer":
            yield ("bearer", rest.strip())
        case "basic":
            try:
                user, _, password = base64.b64decode(rest, validate=True).decode().partition(":")
                yield ("basic", user, password)
            except (binascii.Error, UnicodeDecodeError):
                yield ("basic", "", "")
        case _:
            pass
    for name in {key[1] for key in known if key[0] == "header"}:
        if name in request.headers:
            yield ("header", name, request.headers[name])
    for name, value in cookies(request).items():
        yield ("cookie", name, value)


def cookies(request: Sent) -> dict[str, str]:
    """The cookies that a request sends."""
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(request.headers.get("cookie", ""))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}


def _shown(body: Any) -> dict[str, Any]:
    return (
        {key: value for key, value in body.items() if isinstance(value, str)}
        if isinstance(body, dict)
        else {}
    )
