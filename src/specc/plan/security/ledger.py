"""The ledger: what became of each rule on each endpoint, for each role. Nothing is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

import attrs

from specc.ir import nodes
from specc.plan.nodes import Obligation, Plan
from specc.plan.security.nodes import SecurityTest, Who
from specc.rules import RULES, Rule
from specc.rules.catalogue import SCANS

State: TypeAlias = Literal[
    "tested", "not applicable", "inconclusive", "waived", "opted out", "not run"
]

NOBODY = "nobody"
"""Who calls without a credential that is good."""
SERVICE = "service"
"""What stands for the endpoint where a rule is about a service as a whole."""
_IMPOSTERS = frozenset({"refuses_without_proof", "refuses_forged"})
"""Checks whose callers have made up who they are."""


@attrs.frozen
class Ended:
    """How an obligation ended in the last run, and why, if that was said."""

    outcome: str
    reason: str = ""


@attrs.frozen
class Cell:
    """One entry. `role` is who makes the call that is judged; empty where it is nobody's affair."""

    endpoint: str
    rule: str
    role: str
    state: State
    outcome: str = ""
    """`held`, `broken` or `noted`, where it was tested."""
    why: str = ""
    obligation: str = ""
    place: str = ""


def ledger(plan: Plan, ended: Mapping[str, Ended]) -> tuple[Cell, ...]:
    """All cells of a suite, endpoint by endpoint. `ended` are the known outcomes, by id."""
    look = _Look(plan, ended)
    cells: list[Cell] = []
    for endpoint in plan.suite.guarded:
        for rule in RULES.values():
            found = [
                look.cell(item, endpoint.name, rule.name, who)
                for item, who in look.known.get((endpoint.name, rule.name), ())
            ]
            cells.extend(found)
            cells.extend(_rest(look, endpoint, rule, found))
    cells.extend(look.around())
    return tuple(cells)


@attrs.frozen(eq=False)
class _Look:
    """A plan and its last run, for looking things up."""

    plan: Plan
    ended: Mapping[str, Ended]
    known: dict[tuple[str, str], list[tuple[Obligation, str]]] = attrs.field(init=False)
    """Obligations, and whom they are about, by endpoint and rule."""
    tests: dict[str, SecurityTest] = attrs.field(init=False)
    conforms: dict[str, Obligation] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        security = self.plan.security
        tests = {
            ".".join(filter(None, [test.endpoint or SERVICE, rule, test.who])): test
            for test in security.tests
            for rule in test.rules
        }
        known: dict[tuple[str, str], list[tuple[Obligation, str]]] = {}
        for item in security.obligations:
            start = item.endpoint or SERVICE
            if item.id.startswith(f"{start}."):
                rule, who = _parts(item.id[len(start) + 1 :])
                known.setdefault((start, rule), []).append((item, who))
        object.__setattr__(self, "tests", tests)
        object.__setattr__(self, "known", known)
        ends = {item.id: item for item in self.plan.obligations if item.kind == "conforms"}
        object.__setattr__(self, "conforms", ends)

    def cell(self, item: Obligation, endpoint: str, rule: str, who: str) -> Cell:
        """The cell of an obligation."""
        test = self.tests.get(item.id)
        role = who if test is None else _caller(self.plan, test)
        state, outcome, why = _ended(item, self.ended)
        return Cell(endpoint, rule, role, state, outcome, why, item.id, item.place)

    def around(self) -> Iterator[Cell]:
        """What is about a service as a whole, and about files around it."""
        for (start, rule), items in self.known.items():
            if start == SERVICE:
                for item, who in items:
                    yield self.cell(item, SERVICE, rule, who)
        for item in self.plan.security.obligations:
            block, _, kind = item.id.partition(".")
            if item.endpoint is None and kind.partition(".")[0] in SCANS:
                yield self.cell(item, block, kind, "")


def _parts(end: str) -> tuple[str, str]:
    """The rule and whom it is about, of what comes after an obligation's endpoint."""
    words = end.split(".")
    for count in range(len(words), 0, -1):
        rule = ".".join(words[:count])
        if rule in RULES:
            return rule, ".".join(words[count:])
    return end, ""


def _ended(item: Obligation, ended: Mapping[str, Ended]) -> tuple[State, str, str]:
    """The state of an obligation, whether it held, and why it was not tested."""
    if item.waived:
        return "waived", "", item.reason or ""
    if item.test is None:
        why = item.reason or ""
        if why.startswith("not applicable: "):
            return "not applicable", "", why.removeprefix("not applicable: ")
        return "not run", "", why
    end = ended.get(item.id)
    if end is None:
        return "not run", "", "no run is known"
    match end.outcome:
        case "held" | "broken" | "noted":
            return "tested", end.outcome, ""
        case "error":
            return "inconclusive", "", end.reason or "its test failed by itself"
    for state in ("inconclusive", "not applicable"):
        if end.reason.startswith(f"{state}: "):
            return state, "", end.reason.removeprefix(f"{state}: ")
    return "not run", "", end.reason or "the last run left it out"


def _caller(plan: Plan, test: SecurityTest) -> str:
    """The role of whoever is put to the test."""
    if test.check in _IMPOSTERS:
        return NOBODY
    for name, value in test.others:
        if name == "intruder" and isinstance(value, Who):
            return _role(plan, value.name)
    return _role(plan, test.attempt.actor)


def _role(plan: Plan, actor: str) -> str:
    plain = actor.removeprefix("new_")
    found = next((item.role for item in plan.suite.actors if item.name == plain), None)
    return found or NOBODY


def _rest(look: _Look, endpoint: nodes.Endpoint, rule: Rule, found: list[Cell]) -> Iterator[Cell]:
    """What no obligation is about."""
    if not _is_selected(look.plan, rule, endpoint):
        if not found:
            yield Cell(endpoint.name, rule.name, "", "opted out", why=_why_not_selected(rule))
    elif rule.name == "bfla.matrix":
        yield from _let_in(look.plan, endpoint, rule, {cell.role for cell in found})
    elif found:
        return
    elif rule.elsewhere:
        yield _elsewhere(look, endpoint, rule)
    else:
        why = f"it takes {rule.needs}" if rule.needs else "the endpoint has not what it is about"
        yield Cell(endpoint.name, rule.name, "", "not applicable", why=why)


def _let_in(plan: Plan, endpoint: nodes.Endpoint, rule: Rule, known: set[str]) -> Iterator[Cell]:
    """Roles that an endpoint is for: the rule is about others."""
    for role, _ in plan.suite.roles:
        if role in known:
            continue
        if endpoint.open:
            why = "everyone may call it"
        elif role in endpoint.allowed:
            why = "the role may call it"
        else:
            why = f"it takes {rule.needs}"
        yield Cell(endpoint.name, rule.name, role, "not applicable", why=why)


def _is_selected(plan: Plan, rule: Rule, endpoint: nodes.Endpoint) -> bool:
    return any(
        item.covers(rule.name, endpoint.name)
        for block in plan.security.blocks
        for item in block.selections
    )


def _why_not_selected(rule: Rule) -> str:
    said = "no block selects it here"
    return f"{said}: it asks much of a service, and has to be named" if rule.opt_in else said


def _elsewhere(look: _Look, endpoint: nodes.Endpoint, rule: Rule) -> Cell:
    """A rule that the endpoint's own `conforms` puts to the test."""
    item = look.conforms.get(f"{endpoint.name}.conforms")
    if item is None:
        why = f"it is {rule.elsewhere}: and there is no {endpoint.name}.conforms"
        return Cell(endpoint.name, rule.name, "", "not run", why=why)
    state, outcome, why = _ended(item, look.ended)
    why = why or f"by {item.id}"
    return Cell(endpoint.name, rule.name, "", state, outcome, why, item.id, item.place)
