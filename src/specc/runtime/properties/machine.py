"""A state machine that makes calls in random order, as several actors."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Any

import hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, get_state_machine_test, rule

from specc.runtime.actor import Actor
from specc.runtime.broken import Broken
from specc.runtime.properties import made
from specc.runtime.properties.play import Play
from specc.runtime.properties.requests import Sent
from specc.runtime.properties.rules import Rule
from specc.runtime.properties.search import Search
from specc.runtime.properties.shorter import Steps, shortest

STEPS = 12
"""Calls of one sequence, those at its end that look at what is left not counted."""


def run(name: str, actors: Mapping[str, Actor], rules: Sequence[Rule], examples: int) -> None:
    """Try sequences. Raises Broken for the shortest that breaks a promise."""
    going = Search(examples, name)
    sendable = {
        rule_.endpoint.name: made.valid(rule_.requests)
        for rule_ in rules
        if rule_.requests is not None
    }

    failed: list[Steps] = []

    class Machine(RuleBasedStateMachine):
        """Begins with nothing; at its end, what it has made is looked at, and deleted."""

        def __init__(self) -> None:
            super().__init__()
            self.play = Play(actors, rules, sendable, going.begin())

        def teardown(self) -> None:
            try:
                if not self.play.broken:
                    self.play.look_at_the_end()
            finally:
                if self.play.broken and not failed:
                    failed.append(tuple(self.play.steps))
                self.play.trial.close()

    for at_, rule_ in enumerate(rules):
        setattr(Machine, f"{rule_.deed}_{rule_.endpoint.name}_{at_}", _move(rule_))
    options = going.options(stateful_step_count=STEPS, phases=(hypothesis.Phase.generate,))
    test = hypothesis.seed(going.seed())(get_state_machine_test(Machine, settings=options))

    def found() -> None:
        try:
            test()
        except Broken:
            # Hypothesis shortens what it drew; a sequence of calls is better known to us.
            shortest(failed[0], fails, simplest)
            raise

    def fails(steps: Steps) -> Steps | None:
        play = Play(actors, rules, sendable, going.begin())
        return play.again(steps)

    @functools.cache
    def simplest(rule_: Rule) -> Sent | None:
        strategy = sendable.get(rule_.endpoint.name)
        options = hypothesis.settings(database=None, max_examples=1, deadline=None)
        return None if strategy is None else hypothesis.find(strategy, bool, settings=options)

    going.run(found)


def _move(rule_: Rule) -> Any:
    """The rule as Hypothesis takes it. What it draws is the simpler the smaller: whoever may call
    comes before others, and what was made last before what was made earlier.
    """

    def move(self: Any, data: st.DataObject, who: int, which: int) -> None:
        self.play.turn(rule_, data, who, which)

    return rule(data=st.data(), who=st.integers(0, 7), which=st.integers(0, 5))(move)
