"""One sequence of calls, made and held against a model of what they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs
from hypothesis import strategies as st

from specc.runtime.actor import Actor
from specc.runtime.broken import Broken
from specc.runtime.exchange import Response
from specc.runtime.expect import expect
from specc.runtime.lists import read_list
from specc.runtime.properties import saying
from specc.runtime.properties.placeholder import names_in
from specc.runtime.properties.requests import Sent
from specc.runtime.properties.rules import Rule
from specc.runtime.properties.search import Trial
from specc.runtime.properties.shorter import Step, Steps
from specc.runtime.properties.world import Known, at, field_in, is_absent, kept

_ANYBODY = 6
"""Of the eight numbers that are drawn, those from which on anybody has the turn."""
_LOOKED_AT = 8
"""Things that are looked at when a sequence has come to its end."""


@attrs.define
class Play:
    """One sequence: its actors, its rules, and what it has made so far."""

    actors: Mapping[str, Actor]
    rules: Sequence[Rule]
    sendable: Mapping[str, st.SearchStrategy[Sent]]
    """What may be sent, by endpoint."""
    trial: Trial
    world: list[Known] = attrs.field(factory=list)
    steps: list[Step] = attrs.field(factory=list)
    broken: bool = False

    # --- whose turn it is ------------------------------------------------------------------

    def turn(self, rule_: Rule, data: st.DataObject, who: int, which: int) -> None:
        """One move: of whoever may, or (for the highest numbers) of anybody.

        What it is about is made first where nothing is there: so a sequence can be short.
        """
        about = _about(rule_)
        thing: Known | None = None
        if about is not None:
            found = self._candidates(rule_, about)
            if found:
                thing = found[which % len(found)]
            elif (thing := self._provided(about, data)) is None:
                return
        actor = self._entitled(rule_, thing, who)
        if who >= _ANYBODY or actor is None:
            names = [*self.actors]
            actor = names[who % len(names)]
        self.move(rule_, actor, thing, self._drawn(rule_, data))

    def _candidates(self, rule_: Rule, about: str) -> list[Known]:
        """Things that it can be done to, the last made first; to gone ones too, but for making."""
        return [
            each
            for each in reversed(self.world)
            if each.contract == about
            and (each.is_there or (rule_.deed != "creates" and each.state != "unknown"))
        ]

    def _provided(self, contract: str, data: st.DataObject) -> Known | None:
        """A thing of a contract, made now with all that it is made in."""
        for rule_ in self.rules:
            if rule_.deed != "creates" or rule_.thing != contract:
                continue
            about = _about(rule_)
            parent: Known | None = None
            if about is not None:
                found = self._candidates(rule_, about)
                parent = found[0] if found else self._provided(about, data)
                if parent is None:
                    continue
            actor = self._entitled(rule_, parent, 0)
            if actor is not None:
                return self.move(rule_, actor, parent, self._drawn(rule_, data))
        return None

    def _drawn(self, rule_: Rule, data: st.DataObject) -> Sent | None:
        strategy = self.sendable.get(rule_.endpoint.name)
        return None if strategy is None else data.draw(strategy)

    def _entitled(self, rule_: Rule, thing: Known | None, who: int) -> str | None:
        """An actor that may call: the thing's owner before others."""
        owners = [
            owner
            for contract in rule_.owners
            if thing is not None and (owner := thing.owner_of(contract)) is not None
        ]
        able = [name for name in [*owners, *rule_.by] if name in self.actors]
        return able[who % len(able)] if able else None

    def move(self, rule_: Rule, actor: str, thing: Known | None, sent: Sent | None) -> Known | None:
        """Make one call, and hold its answer against what is known; the thing it made, if any."""
        about = thing.step if thing is not None else None
        assert about is None or isinstance(about, Step)
        self.steps.append(Step(rule_, actor, about, sent))
        made_now: list[Known | None] = []
        try:
            self.trial.run(lambda: made_now.append(self._move(rule_, actor, thing, sent)))
        except Broken:
            self.broken = True
            raise
        return made_now[0]

    def _move(
        self, rule_: Rule, actor: str, thing: Known | None, sent: Sent | None
    ) -> Known | None:
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
            filled = sent.on(
                {name: thing.field(name) for name in names_in(sent.body)} if thing else {}
            )
            body = {"body": filled.body}
        response = self.actors[actor].call(rule_.endpoint, params, **body)
        there = thing is None or thing.is_there
        statuses = _statuses(rule_, may, there)
        with saying.after(self.trial.calls, statuses):
            expect(response, statuses)
        if thing is not None and not there and response.status < 300:
            thing.state = "unknown"  # it was made anew
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
        known = Known(rule_.thing, actor, value, parents, shown, self.steps[-1])
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
        if rule_.endpoint.method == "PATCH" and isinstance(body, Mapping):
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

    def again(self, steps: Steps) -> Steps | None:
        """Make the calls of another sequence: those that lead to a failure, or None."""
        things: dict[int, Known] = {}
        try:
            for step in steps:
                thing = None if step.about is None else things.get(id(step.about))
                if step.about is not None and thing is None:
                    continue
                known = self.move(step.rule, step.actor, thing, step.sent)
                if known is not None:
                    things[id(step)] = known
        except Broken:
            return tuple(self.steps)
        finally:
            self.trial.close()
        return None

    # --- the end ---------------------------------------------------------------------------

    def look_at_the_end(self) -> None:
        """What is known to be there can be read, and what is gone cannot."""
        for thing in reversed(self.world[-_LOOKED_AT:]):
            for rule_ in self.rules:
                if rule_.deed == "reads" and rule_.thing == thing.contract and not rule_.requests:
                    if all(thing.has(name) for name in rule_.needs()):
                        actor = self._entitled(rule_, thing, 0)
                        if actor is not None:
                            self.move(rule_, actor, thing, None)
                    break


def _about(rule_: Rule) -> str | None:
    """The contract of the thing that a call is about: for one that makes or lists, in which."""
    return rule_.thing if rule_.deed in ("reads", "updates", "deletes") else _innermost(rule_)


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


def _innermost(rule_: Rule) -> str | None:
    """Of the things that a call is about, the one that was made in all the others."""
    needs = rule_.needs()
    return needs[-1] if needs else None
