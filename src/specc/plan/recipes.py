"""How a valid call of an endpoint is made: by whom, with what, on which things."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from specc.ir import nodes
from specc.ir.expressions import Builtin, Const, Fields, Template, Thing, Value, walk
from specc.plan.changes import Change
from specc.plan.derive.touching import taken_along
from specc.plan.examples import Examples
from specc.plan.known_by import logged_in_by
from specc.plan.log_outs import ended_by
from specc.plan.logins import login_body
from specc.plan.nodes import Call, SetUp
from specc.plan.states import states_of, target_field
from specc.semantics.types import FieldType, Record, Type

ANONYMOUS = "anonymous"


class UnreachableError(Exception):
    """An endpoint cannot be called validly; the message says why, for people."""


@attrs.frozen(eq=False)
class Recipes:
    """Answers questions about one suite. Set-ups that calls turn out to need are collected."""

    suite: nodes.Suite
    endpoints: Mapping[str, nodes.Endpoint]
    producers: dict[str, list[nodes.Endpoint]]
    owners: dict[str, tuple[nodes.Actor, str]]
    by_role: dict[str, list[nodes.Actor]]
    by_effect: dict[tuple[str, str], list[tuple[nodes.Endpoint, nodes.Effect]]]
    """Endpoints by what they do to which contract: ("reads", "Order")."""
    keys: dict[str, list[tuple[str, ...]]]
    """Per contract the fields that paths are made with."""
    logins: dict[str, list[tuple[str, ...]]]
    """Per contract the fields that its actors log in with."""
    types: dict[str, Type]
    """What each contract is, by its name in the suite."""
    limits: dict[str, nodes.RateLimit]
    set_ups: dict[tuple[str, bool], SetUp] = attrs.field(factory=dict)
    making: list[str] = attrs.field(factory=list)
    planned: set[str] = attrs.field(factory=set)
    """The endpoints whose calls, and thus set-ups, are all known."""
    made: dict[tuple[str, frozenset[str]], Call] = attrs.field(factory=dict)
    """The calls so far: every family of obligations asks for the same few."""
    broken_bodies: dict[str, tuple[Change, ...]] = attrs.field(factory=dict)
    """What makes an endpoint's body invalid, once it has been found."""

    @staticmethod
    def of(suite: nodes.Suite) -> Recipes:
        """The recipes of a suite."""
        by_effect: dict[tuple[str, str], list[tuple[nodes.Endpoint, nodes.Effect]]] = {}
        producers: dict[str, list[nodes.Endpoint]] = {}
        keys: dict[str, list[tuple[str, ...]]] = {}
        for endpoint in suite.endpoints:
            for effect in endpoint.effects:
                by_effect.setdefault((effect.kind, effect.contract), []).append((endpoint, effect))
                if effect.kind == "creates":
                    producers.setdefault(effect.contract, []).append(endpoint)
            for parameter in endpoint.parameters:
                if parameter.place_in == "path" and parameter.feed is not None:
                    keys.setdefault(parameter.feed.contract, []).append(parameter.feed.path)
        owners: dict[str, tuple[nodes.Actor, str]] = {}
        logins: dict[str, list[tuple[str, ...]]] = {}
        by_role: dict[str, list[nodes.Actor]] = {}
        for actor in suite.actors:
            by_role.setdefault(actor.role, []).append(actor)
            for contract, capture in actor.owns:
                owners.setdefault(contract, (actor, capture))
            for contract, path in logged_in_by(actor, producers):
                logins.setdefault(contract, []).append(path)
        return Recipes(
            suite,
            suite.by_name,
            producers,
            owners,
            by_role,
            by_effect,
            keys,
            logins,
            {
                contract.name: suite.definitions[contract.symbol]
                for contract in suite.contracts
                if contract.symbol is not None
            },
            {limit.endpoint: limit for limit in reversed(suite.rate_limits)},
        )

    def actors_of(self, allowed: str) -> list[nodes.Actor]:
        """The actors that a word of `as` lets in: a role's, or the one of that name."""
        found = self.by_role.get(allowed)
        if found is not None:
            return found
        return [actor for actor in self.suite.actors if actor.name == allowed]

    def owner_of(self, contract: str) -> str | None:
        """The actor that things of a contract belong to; None where nobody is known to make one."""
        if contract in self.owners:
            return self.owners[contract][0].name
        for producer in self.producers.get(contract, ()):
            try:
                caller = self.principal(producer)
            except UnreachableError:
                continue
            if caller != ANONYMOUS:
                return caller
        return None

    def principal(self, endpoint: nodes.Endpoint) -> str:
        """The actor that calls an endpoint when it is to succeed."""
        for contract in endpoint.owned:
            owner = self.owner_of(contract)
            if owner is not None:
                return owner
        for word in endpoint.allowed:
            if word == "anyone":
                return self._self_owner(endpoint) or ANONYMOUS
            actors = self.actors_of(word)
            if actors:
                return actors[0].name
        if endpoint.open:
            return ANONYMOUS
        if endpoint.owned:
            raise UnreachableError(
                f"no actor is known to own a thing of {', '.join(endpoint.owned)}: "
                "let an actor's role create one, or create it in an actor's own steps"
            )
        raise UnreachableError(
            f"no actor has the role {' or '.join(endpoint.allowed)}: declare one"
        )

    def _self_owner(self, endpoint: nodes.Endpoint) -> str | None:
        for effect in endpoint.effects:
            if effect.of_self and effect.contract in self.owners:
                return self.owners[effect.contract][0].name
        return None

    def role_of(self, actor: str) -> str | None:
        """The role of an actor, by its name."""
        return next((item.role for item in self.suite.actors if item.name == actor), None)

    def stranger_to(self, actor: str) -> str | None:
        """Another actor of the same role: one of another name, or the next one of the pool."""
        role = self.role_of(actor)
        same = self.by_role.get(role or "", [])
        for other in same:
            if other.name != actor:
                return other.name
        is_pool = any(item.name == actor and item.members > 1 for item in same)
        return f"new_{actor}" if is_pool else None

    def call(self, endpoint: nodes.Endpoint, *, fresh: frozenset[str] = frozenset()) -> Call:
        """A call that is to succeed. Things of the contracts in `fresh` are the test's own.

        Raises UnreachableError where it can't be made.
        """
        fresh |= taken_along(endpoint)
        key = (endpoint.name, fresh)
        if key not in self.made:
            self.made[key] = self._call(endpoint, fresh)
        return self.made[key]

    def _call(self, endpoint: nodes.Endpoint, fresh: frozenset[str]) -> Call:
        actor = self.principal(endpoint)
        for contract in fresh:
            if self._made_by(contract, actor):
                actor = self.fresh_actor(contract)
        if ended_by(self.suite, endpoint, actor):
            actor = f"new_{actor}"
        params: list[tuple[str, Value]] = []
        given = dict(self.suite.recipes.get(endpoint.name, ((), None))[0])
        for parameter in endpoint.parameters:
            value = self.argument(endpoint, parameter, given, fresh)
            if value is not None:
                params.append((parameter.name, value))
        body = self.body(endpoint, fresh)
        success = endpoint.success
        if success is None:
            raise UnreachableError(f"{endpoint.name} declares no success status")
        return Call(actor, endpoint.name, tuple(params), body, (success.status,), success.contract)

    def _made_by(self, contract: str, actor: str) -> bool:
        return contract in self.owners and self.owners[contract][0].name == actor

    def fresh_actor(self, contract: str) -> str:
        """The fixture of an actor made anew, whose own thing the contract's is."""
        actor = self.owners[contract][0]
        if not actor.repeatable:
            raise UnreachableError(
                f"{actor.name} cannot be made anew for it: its steps have no unique(...) value"
            )
        return f"new_{actor.name}"

    def argument(
        self,
        endpoint: nodes.Endpoint,
        parameter: nodes.Parameter,
        given: dict[str, Value],
        fresh: frozenset[str],
    ) -> Value | None:
        """A valid value for a parameter; None where it can be left out."""
        if parameter.feed is not None and (parameter.required or parameter.place_in == "path"):
            thing = self.thing(parameter.feed, fresh)
            if thing is not None:
                return thing
            if parameter.place_in == "path":
                raise UnreachableError(f"nothing creates {parameter.feed.contract}")
        if not parameter.required:
            return None
        if parameter.name in given:
            return given[parameter.name]
        if parameter.example is not None:
            return parameter.example
        value = self.examples(endpoint, fresh).of(parameter.type)
        if value is None:
            raise UnreachableError(
                f"no example could be made for `{parameter.name}`: "
                f"give it one, `{parameter.name}: ... = example`"
            )
        return value

    def body(self, endpoint: nodes.Endpoint, fresh: frozenset[str]) -> Value | None:
        """A valid body, from the spec's own calls as far as they give one."""
        if endpoint.body_form is None:
            return None
        given = self.suite.recipes.get(endpoint.name, ((), None))[1]
        if endpoint.open and endpoint.secret and not endpoint.effects:
            given = login_body(self.suite, endpoint, self._of_own_thing) or given
        if endpoint.body_type is None:
            return given if given is not None else Const("text")
        examples = self.examples(endpoint, fresh)
        record = examples.body_of(endpoint.body_type)
        if isinstance(record, Record):
            base = given if isinstance(given, Fields) else self._first_move(endpoint)
            value = examples.record(record, base)
        else:
            value = given if given is not None else examples.of(endpoint.body_type)
        if value is None:
            raise UnreachableError(
                "no example of its body could be made: call it once in a flow or test"
            )
        return value

    def _first_move(self, endpoint: nodes.Endpoint) -> Fields:
        """What a body says to bring a new thing into another state, if that is what it says."""
        name = target_field(endpoint, self.suite.names, self.suite.definitions)
        states = states_of(self.suite, endpoint)
        if name is None or states is None:
            return Fields(())
        moves = [move for move in endpoint.moves if states.initial in move.states]
        return Fields(((name, Const((moves or endpoint.moves)[0].to)),))

    def _of_own_thing(
        self, actor: nodes.Actor, capture: str, path: tuple[str, ...], sent: bool
    ) -> Thing | None:
        """The field of an actor's own thing, by where it stood in its steps."""
        for contract, owner in self.owners.items():
            if owner != (actor, capture):
                continue
            set_up = self.set_up(contract, False, frozenset())
            record = self.types.get(contract)
            if set_up is None or not isinstance(record, Record):
                return None
            if set_up.sent or not sent:
                return Thing(contract, path) if set_up.sent == sent else None
            inner = path[len(set_up.path) :] if path[: len(set_up.path)] == set_up.path else path
            field = record.get(inner[0]) if inner else None
            shown = field is not None and not (field.secret or field.writeonly)
            return Thing(contract, (*set_up.path, *inner)) if shown else None
        return None

    def examples(self, endpoint: nodes.Endpoint, fresh: frozenset[str]) -> Examples:
        """Makes values for an endpoint; what creates things gets unique texts."""

        def feed(type_: FieldType) -> Thing | None:
            name = self.suite.names.get(type_.contract)
            if name is None or not (name in self.producers or name in self.owners):
                return None
            if not self.is_key(name, type_):
                return None
            return self.thing(nodes.Feed(name, tuple(type_.field.split("."))), fresh)

        return Examples(
            self.suite.definitions,
            feed,
            self.suite.stated,
            unique=endpoint.effect("creates") is not None,
            taken=endpoint.may_be_taken,
            changing=endpoint.effect("updates") is not None,
        )

    def is_key(self, contract: str, type_: FieldType) -> bool:
        """Whether a field tells things apart.

        The server sets it, some path is made with it, or its owner logs in with it.
        """
        record = self.suite.definitions.get(type_.contract)
        if isinstance(record, Record):
            found = record.get(type_.field.split(".")[0])
            if found is not None and found.readonly:
                return True
        path = tuple(type_.field.split("."))
        return path in self.keys.get(contract, ()) or path in self.logins.get(contract, ())

    def thing(self, feed: nodes.Feed, fresh: frozenset[str]) -> Thing | None:
        """A field of a thing that a set-up makes; None where nothing makes such things."""
        set_up = self.set_up(feed.contract, feed.contract in fresh, fresh)
        if set_up is None:
            return None
        return Thing(feed.contract, (*set_up.path, *feed.path), set_up.fresh)

    def set_up(self, contract: str, fresh: bool, all_fresh: frozenset[str]) -> SetUp | None:
        """The set-up of a contract's things: what its actor made, or a producer's call."""
        key = (contract, fresh)
        if key in self.set_ups:
            return self.set_ups[key]
        if contract in self.making:
            chain = " -> ".join([*self.making, contract])
            raise UnreachableError(f"making a {contract} needs a {contract} first ({chain})")
        self.making.append(contract)
        try:
            found = self._own(contract, fresh) or self._produced(contract, fresh, all_fresh)
        finally:
            self.making.pop()
        if found is not None:
            self.set_ups[key] = found
        return found

    def _own(self, contract: str, fresh: bool) -> SetUp | None:
        if contract not in self.owners:
            return None
        actor, _ = self.owners[contract]
        producer = self.producers[contract][0]
        effect = next(item for item in producer.effects if item.contract == contract)
        owner = self.fresh_actor(contract) if fresh else actor.name
        return SetUp(
            fixture_name(contract, fresh),
            contract,
            owner,
            None,
            effect.at or (),
            effect.from_request,
            fresh,
            actor.place,
        )

    def _produced(self, contract: str, fresh: bool, all_fresh: frozenset[str]) -> SetUp | None:
        reason: UnreachableError | None = None
        for producer in self.producers.get(contract, ()):
            try:
                call = self.call(producer, fresh=all_fresh - {contract})
            except UnreachableError as problem:
                reason = problem
                continue
            effect = next(
                item
                for item in producer.effects
                if item.kind == "creates" and item.contract == contract
            )
            return SetUp(
                fixture_name(contract, fresh),
                contract,
                call.actor,
                call,
                effect.at or (),
                effect.from_request,
                fresh,
                producer.place,
            )
        if reason is not None:
            raise reason
        return None


def fixture_name(contract: str, fresh: bool) -> str:
    """`order` for a shared thing, `new_order` for a test's own."""
    snake = "".join(
        f"_{char.lower()}"
        if char.isupper() and index and not contract[index - 1].isupper()
        else char.lower()
        for index, char in enumerate(contract)
    )
    return f"new_{snake}" if fresh else snake


def is_static(value: Value | None) -> bool:
    """Whether a value is the same in every run: made of constants alone."""
    return value is None or not any(
        isinstance(item, Builtin | Thing | Template) for item in walk(value)
    )
