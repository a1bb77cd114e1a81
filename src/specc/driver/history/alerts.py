"""What the figures of many runs say: slower than before, now this and now that, newly broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import comb
from statistics import median

from specc.driver.history.series import alike, figure_series, latency_series
from specc.driver.history.store import Run
from specc.reporting.plots import duration
from specc.reporting.story import Alert

RECENT = 5
"""The last runs, which are held against those before."""
LEAST_BEFORE = 5
SURE = 0.01
"""How likely chance alone may be to have made the last runs so slow."""
MATTERS = 1.2
"""How much slower is worth a word."""
FELT = 0.002
"""And by how many seconds: less than that is the machine's own unrest."""
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
            if each.outcome in ("held", "broken"):
                before[each.suite, each.obligation] = each.outcome
    for each in runs[-1].outcomes:
        known = before.get((each.suite, each.obligation))
        if each.outcome == "broken" and each.suite in suites:
            if known == "held":
                text = f"{each.obligation} is broken, and held in the run before"
                yield Alert("new finding", each.obligation, text)
            elif known is None:
                text = f"{each.obligation} is broken, and no run has seen it before"
                yield Alert("new finding", each.obligation, text)


def _flickers(runs: Sequence[Run]) -> Iterator[Alert]:
    """Obligations that change though nothing else does, or again and again.

    What changed together with its spec says nothing: only the runs of one make of a suite compare.
    """
    seen: dict[tuple[str, str], list[tuple[str, str]]] = {}
    newest = {(each.suite, each.obligation) for each in runs[-1].outcomes}
    now = runs[-1].versions
    for run in runs[-_TOLD:]:
        for each in run.outcomes:
            is_same = run.versions.get(each.suite) == now.get(each.suite)
            if is_same and each.outcome in ("held", "broken"):
                series = seen.setdefault((each.suite, each.obligation), [])
                series.append((run.revision, each.outcome))
    for key, series in seen.items():
        changes = _changes(outcome for _, outcome in series)
        if key not in newest or changes < 2:
            continue
        by_revision: dict[str, list[str]] = {}
        for revision, outcome in series:
            by_revision.setdefault(revision, []).append(outcome)
        # On one commit, held, broken and held again is chance, or the service's state.
        same = any(revision and _changes(told) >= 2 for revision, told in by_revision.items())
        if same or changes >= _CHANGES:
            text = f"{key[1]} changed {changes} times in the last {len(series)} runs"
            yield Alert("flickers", key[1], text)


def _changes(outcomes: Iterable[str]) -> int:
    return sum(one != other for one, other in pairwise(outcomes))


def _slower(runs: Sequence[Run]) -> Iterator[Alert]:
    runs = alike(runs)
    for subject, series in {**latency_series(runs), **figure_series(runs)}.items():
        if series[-1] is None:
            continue  # the newest run says nothing of it
        known = [value for value in series if value is not None]
        before, recent = known[:-RECENT], known[-RECENT:]
        if len(before) < LEAST_BEFORE:
            continue
        usual, now = median(before), median(recent)
        ratio = now / (usual or 1e-9)
        if ratio >= MATTERS and now - usual >= FELT and chance(before, recent) <= SURE:
            text = (
                f"{subject} takes {ratio:.2f} times as long in the last {len(recent)} runs as in "
                f"the {len(before)} before: {duration(now)} instead of {duration(usual)} "
                f"(p = {chance(before, recent):.2g})"
            )
            yield Alert("slower", subject, text)


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
