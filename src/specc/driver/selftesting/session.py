"""A self-test: each rule on its flawed twin alone, all rules on each service that is in order."""

from __future__ import annotations

import os
import ssl
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import attrs

from specc.driver.selftesting.results import Alarm, Judged, Selftest
from specc.driver.selftesting.suites import Suite, write_suite
from specc.driver.selftesting.trial import Ran, trial
from specc.rules import Rule
from specc.selftest.asked import Respond
from specc.selftest.twin import NoTwinError, Twin, twin_of


@attrs.frozen
class _Pair:
    """A rule with its twins, and their suite."""

    rule: Rule
    twin: Twin
    suite: Suite


def selftest(
    rules: Sequence[Rule], workers: int, hears: Callable[[Judged], None] | None = None
) -> Selftest:
    """Run rules on their twins. `hears` is told of each rule. KeyboardInterrupt ends all runs."""
    began = time.monotonic()
    judged: list[Judged] = []
    tell = hears or (lambda _judged: None)
    with tempfile.TemporaryDirectory(prefix="specc-selftest-") as folder:
        pairs, wrong = _pairs([rule for rule in rules if rule.applies], folder)
        judged.extend(wrong)
        for each in wrong:
            tell(each)
        with ThreadPoolExecutor(workers) as pool:
            services = {_key(pair): pair for pair in pairs}
            fixed = {
                key: pool.submit(trial, pair.suite, pair.twin.fixed, None, _tls(pair, 1))
                for key, pair in services.items()
            }
            flawed = [
                pool.submit(trial, pair.suite, pair.twin.flawed, pair.rule.name, _tls(pair, 0))
                for pair in pairs
            ]
            try:
                for pair, hit in zip(pairs, flawed, strict=True):
                    made = _judged(pair, hit.result(), fixed[_key(pair)].result())
                    judged.append(made)
                    tell(made)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    elsewhere = tuple((rule.name, rule.elsewhere) for rule in rules if rule.elsewhere)
    return Selftest(tuple(judged), elsewhere, time.monotonic() - began)


def _tls(pair: _Pair, which: int) -> ssl.TLSVersion | None:
    return None if pair.twin.tls is None else pair.twin.tls[which]


def _key(pair: _Pair) -> tuple[str, Respond]:
    """Services that are in order are run once, however many flaws they are the cure of."""
    return pair.suite.folder, pair.twin.fixed


def _pairs(rules: Sequence[Rule], folder: str) -> tuple[list[_Pair], list[Judged]]:
    suites: dict[str, Suite] = {}
    pairs: list[_Pair] = []
    wrong: list[Judged] = []
    for rule in rules:
        try:
            twin = twin_of(rule)
        except NoTwinError as error:
            wrong.append(Judged(rule.name, trouble=str(error)))
            continue
        if twin.spec not in suites:
            place = os.path.join(folder, str(len(suites)))
            suites[twin.spec] = write_suite(twin, place)
        pairs.append(_Pair(rule, twin, suites[twin.spec]))
    return pairs, wrong


def _judged(pair: _Pair, flawed: Ran, fixed: Ran) -> Judged:
    rule = pair.rule.name
    alarms = tuple(
        Alarm(each.rule, each.obligation, each.message)
        for each in fixed.seen
        if each.outcome in ("broken", "error")
    )
    own = [each for each in fixed.seen if each.rule == rule]
    tried = [each for each in flawed.seen if each.outcome != "broken"]
    why = next((each.message for each in (*tried, *own) if each.message), "")
    return Judged(
        rule,
        any(each.outcome == "broken" and each.breach == rule for each in flawed.seen),
        sum(each.outcome == "held" for each in own),
        why if pair.suite.tests(rule) else "nothing in the spec of its twin is what it is about",
        alarms,
        flawed.trouble or fixed.trouble,
    )
