"""Which rules are put to the test where: what blocks select, less what they except."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.security import SecurityBlock
from specc.plan.nodes import Obligation
from specc.plan.places import derived_function
from specc.plan.recipes import Recipes
from specc.plan.security.attempts import account_holder, secret_fields
from specc.plan.security.families import families
from specc.plan.security.identities import entrances, whose
from specc.plan.security.nodes import KIND, Probe, SecurityPlan, SecurityTest, Untested
from specc.plan.security.scans import scans
from specc.plan.security.threshold import fails_from
from specc.plan.waiving import reason_of
from specc.rules import RULES, Rule


def plan_security(recipes: Recipes) -> SecurityPlan:
    """The security tests of a suite; none where no block asks for any."""
    blocks = recipes.suite.security
    if not blocks:
        return SecurityPlan()
    tests: list[SecurityTest] = []
    found: list[Obligation] = []
    functions: set[str] = set()
    seen: set[tuple[str | None, str, str]] = set()
    by_block: dict[str, set[str]] = {block.name: set() for block in blocks}
    for endpoint in recipes.suite.guarded:
        for family in families():
            for probe in family(recipes, endpoint):
                rules = tuple(
                    rule
                    for rule in probe.rules
                    if (probe.endpoint, rule, probe.who) not in seen
                    and any(_selects(block, rule, endpoint.name) for block in blocks)
                )
                seen.update((probe.endpoint, rule, probe.who) for rule in rules)
                for rule in rules:
                    asked = identifier(probe.endpoint, rule, probe.who)
                    for block in blocks:
                        if _selects(block, rule, endpoint.name):
                            by_block[block.name].add(asked)
                left, waived = _waived(blocks, probe, rules, endpoint)
                found.extend(waived)
                if not left:
                    continue
                if isinstance(probe, Untested):
                    found.extend(_untested(probe, left))
                    continue
                if probe.like is None and probe.endpoint is not None:
                    secret = secret_fields(recipes, endpoint)
                    holder = whose(recipes, endpoint) if secret else None
                    like = holder or account_holder(recipes, endpoint)
                    probe = attrs.evolve(probe, like=like)
                for severity, alike in _by_threshold(blocks, left, endpoint.name).items():
                    test = attrs.evolve(_named(probe, alike, functions), fail_on=severity)
                    tests.append(test)
                    found.extend(_obligations(recipes, test))
    by = entrances(recipes)
    tests.sort(key=lambda test: test.attempt.endpoint in by)
    found.extend(_whole(blocks, {item.id for item in found}, seen))
    looks, said = scans(blocks, functions, recipes.suite.spec)
    found.extend(said)
    hosts = dict.fromkeys(
        [
            *(host for block in blocks for host in block.hosts),
            *(host for service in recipes.suite.services for host in service.allow_hosts),
        ]
    )
    for block in blocks:
        own = f"{block.name}."
        by_block[block.name].update(item.id for item in found if item.id.startswith(own))
    return SecurityPlan(
        blocks,
        tuple(tests),
        tuple(found),
        tuple(hosts),
        looks,
        {name: frozenset(ids) for name, ids in by_block.items()},
    )


def identifier(endpoint: str | None, rule: str, who: str) -> str:
    """`get_order.bola.read`, `pay.bfla.matrix.admin`; `service.misconf.banner`."""
    return ".".join(filter(None, [endpoint or "service", rule, who]))


def _selects(block: SecurityBlock, rule: str, endpoint: str) -> bool:
    return any(item.covers(rule, endpoint) for item in block.selections)


def _by_threshold(
    blocks: tuple[SecurityBlock, ...], rules: tuple[str, ...], endpoint: str
) -> dict[str | None, tuple[str, ...]]:
    """The rules by the severity from which on their findings fail."""
    found: dict[str | None, tuple[str, ...]] = {}
    for rule in rules:
        severity = fails_from(blocks, rule, endpoint)
        found[severity] = (*found.get(severity, ()), rule)
    return found


def _waived(
    blocks: tuple[SecurityBlock, ...],
    probe: Probe,
    rules: tuple[str, ...],
    endpoint: nodes.Endpoint,
) -> tuple[tuple[str, ...], list[Obligation]]:
    """The rules that are left, and the obligations of those that need not hold for now.

    A block excepts rules on endpoints, an endpoint obligations of its own.
    """
    left: list[str] = []
    waived: list[Obligation] = []
    for rule in rules:
        exempt = next(
            (
                item
                for block in blocks
                for item in block.exceptions
                if item.selection.covers(rule, endpoint.name)
            ),
            None,
        )
        below = ".".join(filter(None, [rule, probe.who]))
        waiver = next((item for item in endpoint.waivers if item.covers(below)), None)
        if exempt is not None:
            until = f"until {exempt.until}: " if exempt.until else ""
            waived.append(_exempted(probe, rule, exempt.place, f"{until}{exempt.reason}"))
        elif waiver is not None and probe.endpoint is not None:
            waived.append(_exempted(probe, rule, waiver.place, reason_of(waiver)))
        else:
            left.append(rule)
    return tuple(left), waived


def _exempted(probe: Probe, rule: str, place: str, reason: str) -> Obligation:
    return Obligation(
        identifier(probe.endpoint, rule, probe.who),
        KIND,
        probe.endpoint,
        place,
        RULES[rule].title,
        reason=reason,
        waived=True,
    )


def _untested(probe: Untested, rules: tuple[str, ...]) -> Iterator[Obligation]:
    for rule in rules:
        yield Obligation(
            identifier(probe.endpoint, rule, probe.who),
            KIND,
            probe.endpoint,
            probe.place,
            RULES[rule].title,
            reason=probe.reason,
        )


def _named(probe: SecurityTest, rules: tuple[str, ...], functions: set[str]) -> SecurityTest:
    words = rules[0] if len(rules) == 1 else rules[0].partition(".")[0]
    ends = [probe.endpoint or "service", words, probe.who]
    name = derived_function(f"test_{'_'.join(filter(None, ends))}", functions)
    functions.add(name)
    return attrs.evolve(probe, rules=rules, function=name)


def _obligations(recipes: Recipes, test: SecurityTest) -> Iterator[Obligation]:
    line = recipes.endpoints[test.attempt.endpoint].line
    for rule in test.rules:
        row = f"[{rule}]" if len(test.rules) > 1 else ""
        yield Obligation(
            identifier(test.endpoint, rule, test.who),
            KIND,
            test.endpoint,
            test.place,
            RULES[rule].title,
            (line,),
            test.writes,
            None,
            f"test_security.py::{test.function}{row}",
        )


def _whole(
    blocks: tuple[SecurityBlock, ...],
    known: set[str],
    seen: set[tuple[str | None, str, str]],
) -> Iterator[Obligation]:
    """Rules that a block asks for, and that no test is about."""
    tested = {rule for _, rule, _ in seen}
    for block in blocks:
        for selection in block.selections:
            for rule in selection.rules:
                name = f"{block.name}.{rule}"
                if rule in tested or name in known:
                    continue
                known.add(name)
                fact = RULES[rule]
                why = _why_nowhere(fact)
                yield Obligation(name, KIND, None, selection.place, fact.title, reason=why)
        yield from _opted_out(block, known)


def _opted_out(block: SecurityBlock, known: set[str]) -> Iterator[Obligation]:
    """Rules that `everything` leaves out, and that the block does not name."""
    everything = next((item for item in block.selections if item.end == "everything"), None)
    if everything is None:
        return
    asked = {rule for item in block.selections for rule in item.rules}
    for rule in RULES.values():
        name = f"{block.name}.{rule.name}"
        if rule.opt_in and rule.name not in asked and name not in known:
            known.add(name)
            why = (
                f"opted out: it asks much of a service; `{rule.name} on ...` or "
                f"`{rule.families[0]} on ...` has it tried"
            )
            yield Obligation(name, KIND, None, everything.place, rule.title, reason=why)


def _why_nowhere(rule: Rule) -> str:
    if rule.elsewhere:
        return rule.elsewhere
    return "not applicable: no selected endpoint has what the rule is about"
