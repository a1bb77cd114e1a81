"""What the figures of many runs say: slower than before, now this and now that, newly broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import comb
from statistics import median

from specc.driver.history.store import Run
from specc.reporting.story import Alert

RECENT = 5
"""The last runs, which are held against those before."""
LEAST_BEFORE = 5
SURE = 0.01
"""How likely chance alone may be to have made the last runs so slow."""
MATTERS = 1.2
"""How much slower is worth a word."""
LOOKED_BACK = 30
_TOLD = 10
_CHANGES = 3


def alerts(runs: Sequence[Run]) -> list[Alert]:
    """The alerts that the newest of the runs raises; they are in order, the newest last."""
    if len(runs) < 2:
        return []
    return [*_new_findings(runs), *_flickers(runs), *_slower(runs)]


def _new_findings(runs: Sequence[Run]) -> Iterator[Alert]:
    before: dict[tuple[str, str], str] = {}
    suites: set[str] = set()
    for run in runs[:-1]:
        for each in run.outcomes:
            suites.add(each.suite)
            if each.outcome in ("held", "broken", "error"):
                before[each.suite, each.obligation] = each.outcome
    for each in runs[-1].outcomes:
        known = before.get((each.suite, each.obligation))
        if each.outcome in ("broken", "error") and each.suite in suites:
            if known == "held":
                text = f"{each.obligation} is broken, and held in the run before"
                yield Alert("new finding", each.obligation, text)
            elif known is None:
                text = f"{each.obligation} is broken, and no run has seen it before"
                yield Alert("new finding", each.obligation, text)


def _flickers(runs: Sequence[Run]) -> Iterator[Alert]:
    """Obligations that change though nothing else does, or again and again."""
    seen: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for run in runs[-_TOLD:]:
        for each in run.outcomes:
            if each.outcome in ("held", "broken"):
                series = seen.setdefault((each.suite, each.obligation), [])
                series.append((run.revision, each.outcome))
    newest = {(each.suite, each.obligation) for each in runs[-1].outcomes}
    for key, series in seen.items():
        outcomes = [outcome for _, outcome in series]
        changes = sum(one != other for one, other in pairwise(outcomes))
        if key not in newest or changes < 2:
            continue
        by_revision: dict[str, list[str]] = {}
        for revision, outcome in series:
            by_revision.setdefault(revision, []).append(outcome)
        # On one commit, held, broken and held again is chance, or the service's state.
        same = any(
            revision and sum(a != b for a, b in pairwise(told)) >= 2
            for revision, told in by_revision.items()
        )
        if same or changes >= _CHANGES:
            text = f"{key[1]} changed {changes} times in the last {len(series)} runs"
            yield Alert("flickers", key[1], text)


def _slower(runs: Sequence[Run]) -> Iterator[Alert]:
    for subject, series in {**endpoint_series(runs), **figure_series(runs)}.items():
        if series[-1] is None:
            continue  # the newest run says nothing of it
        known = [value for value in series if value is not None]
        before, recent = known[:-RECENT], known[-RECENT:]
        if len(before) < LEAST_BEFORE:
            continue
        ratio = median(recent) / (median(before) or 1e-9)
        if ratio >= MATTERS and chance(before, recent) <= SURE:
            text = (
                f"{subject} takes {ratio:.2f} times as long in the last {len(recent)} runs as in "
                f"the {len(before)} before (p = {chance(before, recent):.2g})"
            )
            yield Alert("slower", subject, text)


def endpoint_series(runs: Sequence[Run]) -> dict[str, list[float | None]]:
    """How long the tests of each endpoint took in each run, 1 being usual; None where none ran.

    Each test is held against its own usual time, so that runs of different parts compare.
    """
    times: dict[tuple[str, str], list[float]] = {}
    for run in runs:
        for each in run.outcomes:
            if each.outcome == "held" and each.seconds > 0:
                times.setdefault((each.suite, each.obligation), []).append(each.seconds)
    usual = {key: median(values) for key, values in times.items() if len(values) > 1}
    found: dict[str, list[float | None]] = {}
    for index, run in enumerate(runs):
        ratios: dict[str, list[float]] = {}
        for each in run.outcomes:
            base = usual.get((each.suite, each.obligation))
            if base and each.outcome == "held" and each.seconds > 0:
                ratios.setdefault(each.endpoint, []).append(each.seconds / base)
        for endpoint, values in ratios.items():
            found.setdefault(endpoint, [None] * len(runs))[index] = median(values)
    return found


def figure_series(runs: Sequence[Run]) -> dict[str, list[float | None]]:
    """The figures of load runs, in each run; None where there was no such run."""
    found: dict[str, list[float | None]] = {}
    for index, run in enumerate(runs):
        for each in run.figures:
            subject = f"{each.subject} ({each.name})"
            found.setdefault(subject, [None] * len(runs))[index] = each.value
    return found


def chance(before: Sequence[float], recent: Sequence[float]) -> float:
    """How likely it is that values of one kind fall as these do, the recent as high or higher.

    The exact one-sided test of Mann and Whitney; a tie counts for neither side, which errs on the
    side of silence.
    """
    wins = sum(new > old for new in recent for old in before)
    pairs = len(before) * len(recent)
    ways = _ways(len(recent), len(before))
    return sum(ways[wins : pairs + 1]) / comb(len(before) + len(recent), len(recent))


@cache
def _ways(recent: int, before: int) -> tuple[int, ...]:
    """In how many orders the recent values win so many of the pairs."""
    if recent == 0 or before == 0:
        return (1,)
    # The highest of all is a recent one, and wins against all before; or it is none.
    highest, other = _ways(recent - 1, before), _ways(recent, before - 1)
    made = [0] * (recent * before + 1)
    for wins, count in enumerate(highest):
        made[wins + before] += count
    for wins, count in enumerate(other):
        made[wins] += count
    return tuple(made)
