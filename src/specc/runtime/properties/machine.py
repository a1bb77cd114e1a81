"""A state machine that makes calls in random order, and holds the answers against its model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs
import hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    get_state_machine_test,
    multiple,
    rule,
)

from specc.runtime.actor import Actor
from specc.runtime.broken import Broken
from specc.runtime.exchange import Response
from specc.runtime.expect import expect
from specc.runtime.lists import read_list
from specc.runtime.properties import limits, made, saying
from specc.runtime.properties.requests import Sent
from specc.runtime.properties.rules import Rule
from specc.runtime.properties.search import Search, Trial
from specc.runtime.properties.world import Known, at, field_in, is_absent, kept

STEPS = 12
"""Calls of one sequence, those at its end that look at what is left not counted."""
_LOOKED_AT = 8
"""Things that are looked at when a sequence has come to its end."""


@attrs.define
class Play:
    """One sequence: its actors, its rules, and what it has made so far."""

    actors: Mapping[str, Actor]
    rules: Sequence[Rule]
    trial: Trial
    world: list[Known] = attrs.field(factory=list)
    broken: bool = False

    def move(
        self, rule_: Rule, actor: str, thing: Known | None, sent: Sent | None
    ) -> Known | None:
        """Make one call, and hold its answer against what is known; the thing it made, if any."""
        try:
            return self.trial.run(lambda: self._move(rule_, actor, thing, sent))
        except Broken:
            self.broken = True
            raise

    def _move(self, rule_: Rule, actor: str, thing: Known | None, sent: Sent | None) -> Known | None:
        if thing is not None and self._is_open(rule_, thing):
            return None
        params = {name: thing.field(field) for name, field in rule_.params.items()} if thing else {}
        params = {**rule_.fixed, **params, **(sent.params if sent else {})}
        may = _may(rule_, actor, thing)
        if rule_.deed == "lists" and may and (thing is None or thing.is_there):
            self._list(rule_, actor, thing, params)
            return None
        body: dict[str, Any] = {}
        if sent is not None and sent.requests.body is not None:
            filled = sent.on({name: thing.field(name) for name in _fields(sent)} if thing else {})
            body = {"body": filled.body}
        response = self.actors[actor].call(rule_.endpoint, params, **body)
        there = thing is None or thing.is_there
        statuses = _statuses(rule_, may, there)
        with saying.after(self.trial.calls, statuses):
            expect(response, statuses)
        if not (may and there and response.status < 300):
            return None
        with saying.after(self.trial.calls, statuses):
            return self._done(rule_, actor, thing, body.get("body"), response)

    def _is_open(self, rule_: Rule, thing: Known) -> bool:
        """Whether nothing is known of how such a call would be answered."""
        family = [each.state for each in thing.family()]
        return "unknown" in family or (rule_.deed == "creates" and "gone" in family)

    # --- what a call did -------------------------------------------------------------------

    def _done(
        self, rule_: Rule, actor: str, thing: Known | None, body: Any, response: Response
    ) -> Known | None:
        match rule_.deed:
            case "creates":
                return self._created(rule_, actor, thing, body, response)
            case "reads" if thing is not None:
                self._compare(rule_, thing, response)
            case "updates" if thing is not None:
                self._updated(rule_, thing, body, response)
            case "deletes" if thing is not None:
                thing.state = "gone"
                for each in self.world:
                    if each is not thing and thing in each.family():
                        each.state = "unknown"
            case _:
                pass
        return None

    def _created(
        self, rule_: Rule, actor: str, thing: Known | None, body: Any, response: Response
    ) -> Known | None:
        value = _thing_in(rule_, response)
        if value is None:
            return None
        shown = {name: value[name] for name in rule_.shown if name in value}
        self._holds_what_was_sent(rule_, body, value)
        parents = () if thing is None else (thing,)
        known = Known(rule_.thing, actor, value, parents, shown)
        self._forget_its_double(known, rule_)
        self.world.append(known)
        return known

    def _forget_its_double(self, made_now: Known, rule_: Rule) -> None:
        """A call that makes a thing anew may have put it in the place of one that was there."""
        for each in self.world:
            if each.contract == made_now.contract and each.parents == made_now.parents:
                key = rule_.key.split(".") if rule_.key else []
                if key and _same_key(each, made_now, tuple(key)):
                    each.state = "unknown"

    def _holds_what_was_sent(self, rule_: Rule, body: Any, value: Mapping[str, Any]) -> None:
        for name in rule_.shown:
            sent = field_in(body, rule_.at, name)
            if is_absent(sent):
                sent = field_in(body, (), name)
            if not is_absent(sent) and not kept(sent, value.get(name)):
                raise saying.differs((*rule_.at, name), sent, value.get(name), "as was sent")

    def _compare(self, rule_: Rule, thing: Known, response: Response) -> None:
        value = _thing_in(rule_, response) or {}
        for name, known in thing.shown.items():
            if not kept(known, value.get(name)):
                raise saying.differs((*rule_.at, name), known, value.get(name), "as was answered")

    def _updated(self, rule_: Rule, thing: Known, body: Any, response: Response) -> None:
        value = _thing_in(rule_, response)
        if value is None:
            # What it has changed is not told: nothing is known of the fields any more.
            thing.shown.clear()
            return
        sent = set(_names_in(body))
        if rule_.endpoint.method == "PATCH":
            self._holds_what_was_sent(rule_, body, value)
            for name, known in thing.shown.items():
                if name not in sent and not kept(known, value.get(name)):
                    raise saying.differs(
                        (*rule_.at, name), known, value.get(name), "as before: it was not sent"
                    )
        shown = {name: value[name] for name in rule_.shown if name in value}
        thing.shown = shown
        thing.value = {**thing.value, **value}

    # --- lists -----------------------------------------------------------------------------

    def _list(
        self, rule_: Rule, actor: str, thing: Known | None, params: Mapping[str, Any]
    ) -> None:
        with saying.after(self.trial.calls, rule_.answers):
            listed = read_list(
                self.actors[actor], rule_.endpoint, params, items=rule_.at, **rule_.reading
            )
            key = tuple(rule_.key.split("."))
            keys = [_key_of(item, key) for item in listed.items]
            for each in self._listable(rule_, thing):
                is_in = _key_of(each.value, key) in keys
                if each.state == "there" and each.owner == actor and not is_in:
                    raise saying.not_listed(rule_, _key_of(each.value, key), listed)
                if each.state == "gone" and is_in:
                    raise saying.still_listed(rule_, _key_of(each.value, key), listed, "gone")
                if each.state == "there" and rule_.hides and each.owner != actor and is_in:
                    why = f"{each.owner}'s"
                    raise saying.still_listed(rule_, _key_of(each.value, key), listed, why)

    def _listable(self, rule_: Rule, thing: Known | None) -> Iterator[Known]:
        """The things that such a list is about: those made in the same thing, if it is in one."""
        for each in self.world:
            inside = thing is None or all(
                any(mine is other for mine in each.family())
                for other in thing.family()
                if other.contract in rule_.needs()
            )
            if each.contract == rule_.thing and inside:
                yield each

    # --- the end ---------------------------------------------------------------------------

    def look_at_the_end(self) -> None:
        """What is known to be there can be read, and what is gone cannot."""
        for thing in reversed(self.world[-_LOOKED_AT:]):
            for rule_ in self.rules:
                if rule_.deed == "reads" and rule_.thing == thing.contract and not rule_.requests:
                    if all(thing.has(name) for name in rule_.needs()):
                        self.move(rule_, _reader(rule_, thing), thing, None)
                    break


def _reader(rule_: Rule, thing: Known) -> str:
    for contract in rule_.owners:
        owner = thing.owner_of(contract)
        if owner is not None:
            return owner
    return thing.owner if thing.owner in rule_.by or not rule_.by else rule_.by[0]


def _may(rule_: Rule, actor: str, thing: Known | None) -> bool:
    if actor in rule_.by:
        return True
    return thing is not None and any(thing.owner_of(each) == actor for each in rule_.owners)


def _statuses(rule_: Rule, may: bool, there: bool) -> tuple[int, ...]:
    if not there:
        return rule_.gone if may else tuple(dict.fromkeys((*rule_.gone, *rule_.refused)))
    return rule_.answers if may else rule_.refused


def _thing_in(rule_: Rule, response: Response) -> Mapping[str, Any] | None:
    if not response.is_json or not response.content:
        return None
    try:
        value = at(response.json, rule_.at)
    except LookupError:
        return None
    return value if isinstance(value, Mapping) else None


def _key_of(value: Any, key: tuple[str, ...]) -> str | None:
    try:
        return str(at(value, key))
    except LookupError:
        return None


def _same_key(one: Known, other: Known, key: tuple[str, ...]) -> bool:
    return _key_of(one.value, key) == _key_of(other.value, key)


def _names_in(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield str(name)
            yield from _names_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from _names_in(item)


def _fields(sent: Sent) -> list[str]:
    """The fields of things that a body asks for."""
    from specc.runtime.properties.placeholder import names_in

    return names_in(sent.body)


def run(name: str, actors: Mapping[str, Actor], rules: Sequence[Rule], examples: int) -> None:
    """Try sequences. Raises Broken for the shortest that breaks a promise."""
    going = Search(examples, name)

    class Machine(RuleBasedStateMachine):
        """Begins with nothing; at its end, what it has made is looked at, and deleted."""

        def __init__(self) -> None:
            super().__init__()
            self.play = Play(actors, rules, going.begin())

        def teardown(self) -> None:
            try:
                if not self.play.broken:
                    self.play.look_at_the_end()
            finally:
                self.play.trial.close()

    for at_, rule_ in enumerate(rules):
        moves = _moves(rule_, [*actors])
        if moves is not None:
            setattr(Machine, f"{rule_.deed}_{rule_.endpoint.name}_{at_}", moves)
    test = get_state_machine_test(Machine, settings=going.options(stateful_step_count=STEPS))
    seeded = hypothesis.seed(going.seed())(test)
    going.run(seeded)


def _moves(rule_: Rule, actors: list[str]) -> Any:
    """The rule as Hypothesis takes it: what it draws, and which bundle what it makes goes to."""
    who = st.sampled_from([*rule_.by] if rule_.by and not rule_.owners else actors)
    drawn: dict[str, Any] = {"actor": who}
    if rule_.requests is not None:
        drawn["sent"] = made.valid(rule_.requests)
    about = rule_.thing if rule_.deed in ("reads", "updates", "deletes") else _innermost(rule_)
    if about is not None:
        drawn["thing"] = Bundle(about)
    if rule_.deed == "creates":
        drawn["target"] = Bundle(rule_.thing)

    def move(self: Any, actor: str, thing: Known | None = None, sent: Sent | None = None) -> Any:
        known = self.play.move(rule_, actor, thing, sent)
        if rule_.deed != "creates":
            return None
        return multiple() if known is None else known

    # Hypothesis reads the arguments off the signature; what is not drawn must not be there.
    kept_names = ["actor", *(["thing"] if about else []), *(["sent"] if rule_.requests else [])]
    return rule(**drawn)(_with_arguments(move, kept_names)) if drawn else None


def _with_arguments(move: Callable[..., Any], names: list[str]) -> Callable[..., Any]:
    match names:
        case ["actor"]:
            return lambda self, actor: move(self, actor)
        case ["actor", "thing"]:
            return lambda self, actor, thing: move(self, actor, thing)
        case ["actor", "sent"]:
            return lambda self, actor, sent: move(self, actor, None, sent)
        case _:
            return lambda self, actor, thing, sent: move(self, actor, thing, sent)


def _innermost(rule_: Rule) -> str | None:
    """Of the things that a call is about, the one that was made in all the others."""
    needs = rule_.needs()
    return needs[-1] if needs else None


__all__ = ["STEPS", "limits", "run"]
