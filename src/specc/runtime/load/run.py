"""One run of a profile in one process: callers, the schedule, folding, and an eye on ourselves."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from itertools import accumulate
from time import perf_counter
from typing import Any

import gevent
from gevent.pool import Group

from specc.runtime.actor import Actor, anonymous
from specc.runtime.broken import Broken
from specc.runtime.load import growth, regression
from specc.runtime.load.arrivals import Alarm
from specc.runtime.load.caller import Caller, FlowEndedError
from specc.runtime.load.created import Cleaning
from specc.runtime.load.identities import Identities, Identity, Sampling
from specc.runtime.load.monitors import (
    Gauges,
    MonitorError,
    ProcessMonitor,
    PrometheusMonitor,
    watch,
)
from specc.runtime.load.profile import Flow, Profile, Threshold
from specc.runtime.load.saturation import Saturation, search
from specc.runtime.load.stages import Stages, hold
from specc.runtime.load.tally import Series, Tally, Window
from specc.runtime.load.telling import Client, Listener
from specc.runtime.load.verdict import Verdict, is_hopeless, judged
from specc.runtime.pool import Pool
from specc.runtime.things import lasting

FOLD_SECONDS = 0.5
MOST_AT_ONCE = 20_000
"""Flows of an open profile that may be under way at a time; arrivals beyond are dropped."""
LATE_MICROSECONDS = 1_000
_PROBE_SECONDS = 0.02
_PATIENCE_SECONDS = 15.0


class Run:
    """A profile being run.

    `share` is this process's part of an open profile's arrivals; it grows if others are lost. A
    `remote` run sends nothing itself: its workers do. `wants_stop` says, in words, why the run
    should end before its time; empty while it should not.
    """

    def __init__(
        self,
        profile: Profile,
        *,
        seed: int = 0,
        share: float = 1.0,
        remote: bool = False,
        listener: Listener | None = None,
        clients: Callable[[], Client] | None = None,
        engine: str = "specc",
    ) -> None:
        self.profile = profile
        self.engine = engine
        """What sends, by name; a client for each caller is made by `clients` if it isn't ours."""
        self.share = share
        self.remote = remote
        self.workers = 0
        """How many share a remote run."""
        self.through = 0
        """How many of them have begun all that they had to begin."""
        by_second = [*profile.regression, *filter(growth.is_growth, profile.require)]
        apart = frozenset(each.of for each in by_second if each.of is not None)
        self.tally = Tally(profile.warm_up, apart)
        self.chance = random.Random(seed)  # noqa: S311 - nothing here is secret
        self.listener = listener
        self._clients = clients
        self.wants_stop = ""
        self.over = False
        self.stopped = False
        self.told = False
        """Whether the last figures are in."""
        self._all_begun = False
        self.saturation: Saturation | None = None
        self._level: float | None = None
        self._monitors: list[ProcessMonitor | PrometheusMonitor] = []
        self.notes: list[str] = []
        """What could not be done, in words."""
        self.baseline: Sequence[Window] | None = None
        self.no_baseline = "there is no baseline to compare with: --save-baseline makes one"
        self.cleaning: Cleaning | None = None
        """What becomes of what was created, from when it is cleaned up."""
        self.cleaned = False
        self.identities: list[Identity] = []
        self.started = 0.0
        self.active = 0
        """Flows of an open profile under way."""
        self._turn = 0
        self._identities = Identities(self.tally)
        self._sampling = Sampling(profile.sampled)
        self._flows: list[tuple[Flow, Series]] = [
            (flow, self.tally.of_flow(flow.__name__)) for flow in profile.mix
        ]
        self._weights = list(accumulate(profile.mix.values()))
        self._idle: list[Caller] = []
        self._under_way = Group()
        self._helpers: list[Any] = []
        self._busy_at = (0.0, 0.0)
        self.on_fold: list[Callable[[], None]] = []
        with lasting() as self._things:
            pass

    def prepare(self) -> None:
        """Make the profile's actors; each logs in once. Raises Broken where one can't be made."""
        self._find_monitors()
        wanted = int(self.profile.stages.peak) + 1
        with lasting() as self._things:
            made: list[Actor] = []
            for each in self.profile.actors:
                if isinstance(each, Pool):
                    made += [each[index] for index in range(min(len(each), wanted))]
                else:
                    made.append(each())
        self.identities = [Identity(actor, self.tally) for actor in made or [anonymous]]

    def begin(self) -> None:
        """The clock starts."""
        self.started = perf_counter()
        self._busy_at = (time.process_time(), perf_counter())
        if self.remote:
            return
        self._helpers = [gevent.spawn(self._fold_on), gevent.spawn(self._probe)]
        if self._monitors:
            seen = gevent.spawn(watch, self._monitors, self._seen, self.notes.append)
            self._helpers.append(seen)

    @property
    def elapsed(self) -> float:
        """Seconds since the start."""
        return perf_counter() - self.started if self.started else 0.0

    @property
    def complete(self) -> bool:
        """Whether the stages are through; of an open profile, all arrivals have begun as well."""
        over = self.elapsed - self.profile.stages.seconds
        if not (self.profile.is_open or self.profile.until):
            return over >= 0
        if not self.remote:
            return self._all_begun
        # A worker's clock starts a little after ours; one that says nothing is not waited for.
        return over >= 0 and (self.through >= self.workers or over > _PATIENCE_SECONDS)

    def caller(self) -> Caller:
        """Another virtual user, as the next of the actors."""
        identity = self.identities[self._turn % len(self.identities)]
        self._turn += 1
        return Caller(identity, self._identities, self._sampling, self.listener, self._clients)

    def once(self, caller: Caller, due: float = 0.0) -> None:
        """One flow, chosen by weight; what is wrong with it is counted."""
        flow, series = (
            self._flows[0]
            if len(self._flows) == 1
            else self.chance.choices(self._flows, cum_weights=self._weights)[0]
        )
        began = due or perf_counter()
        caller.due = due
        caller.wrong = 0
        caller.lost = False
        caller.last = None
        try:
            flow(caller)
        except FlowEndedError:
            pass
        except (Broken, LookupError, TypeError, ValueError, AttributeError) as wrong:
            # What a `finally` misses because the flow has ended is no other failure.
            if not isinstance(wrong.__context__, FlowEndedError):
                caller.stumble(wrong, series)
        caller.due = 0.0
        if caller.telling.pending or caller.check.recorded:
            caller.end(series)
        series.samples.append(int((perf_counter() - began) * 1e6))
        if caller.wrong:
            series.failed += 1

    def stop_arrivals(self) -> None:
        """Begin no more flows; those under way go on to their end."""
        self.stopped = True

    def arrive(self) -> None:
        """Begin flows as the schedule of an open profile says, until it is over."""
        arrivals = self.profile.arrivals
        assert arrivals is not None
        if self._arrive(arrivals, self.started):
            self._all_begun = True

    def find_saturation(self) -> None:
        """Search for the load that the service can just bear."""

        def hold_level(level: float, seconds: float) -> None:
            self._level = level
            if self.profile.is_open:
                self._arrive(Stages(hold(level, seconds)), perf_counter())
            else:
                self._users(int(level), seconds)
            self._under_way.join(timeout=self.patience)
            self.fold()

        try:
            self.saturation = search(
                self.profile, hold_level, self.tally, lambda: self.over or bool(self.wants_stop)
            )
        finally:
            self._all_begun = True

    def _users(self, count: int, seconds: float) -> None:
        """So many users for so long, where no shape of Locust's sees to it."""
        until = perf_counter() + seconds

        def user() -> None:
            caller = self._idle.pop() if self._idle else self.caller()
            while perf_counter() < until and not self.over and not self.wants_stop:
                self.once(caller)
                if self.profile.think is not None:
                    gevent.sleep(self.profile.think.seconds(self.chance))
            self._idle.append(caller)

        for _ in range(count):
            self._under_way.add(gevent.spawn(user))
        gevent.sleep(seconds)

    def _arrive(self, arrivals: Stages, started: float) -> bool:
        """Begin what is due; whether all of it was."""
        alarm = Alarm()
        late = self.tally.late
        poisson = self.chance if self.profile.poisson else None
        try:
            for at in arrivals.arrivals(poisson, lambda: self.share):
                due = started + at
                alarm.until(due)
                if self.over or self.wants_stop or self.stopped:
                    return False
                if self.active >= MOST_AT_ONCE:
                    self.tally.dropped += 1
                    self._now_window().dropped += 1
                    continue
                lag = int((perf_counter() - due) * 1e6)
                if due - self.started >= self.profile.warm_up:
                    late.add(lag)
                if lag > LATE_MICROSECONDS:
                    self.tally.late_count += 1
                    self._now_window().late += 1
                self.active += 1
                self.tally.begun += 1
                self._under_way.add(gevent.spawn(self._one_arrival, due))
            alarm.until(started + arrivals.seconds)
            return True
        finally:
            alarm.close()

    @property
    def patience(self) -> float:
        """How long (seconds) what is under way may take to end."""
        return max(service.timeout for service in self.profile.services)

    @property
    def verdicts(self) -> list[Verdict]:
        """What each threshold came to."""
        others = {} if self.saturation is None else {"saturation": self.saturation.knee}
        return [
            *(
                growth.judge(each, self.tally)
                if growth.is_growth(each)
                else judged(each, self.tally, others)
                for each in self.profile.require
            ),
            *(self._compared(each) for each in self.profile.regression),
        ]

    def _compared(self, threshold: Threshold) -> Verdict:
        if self.baseline is None:
            return Verdict(threshold, None, "not run", self.no_baseline)
        return regression.judge(threshold, self.tally, self.baseline)

    def _find_monitors(self) -> None:
        """Find what the profile wants watched. It takes a while, so it is done before the clock."""
        service = self.profile.services[0]
        if self.profile.watch_process:
            try:
                self._monitors.append(ProcessMonitor(service))
            except MonitorError as wrong:
                self.notes.append(str(wrong))
        self._monitors += [PrometheusMonitor(url, service) for url in self.profile.watch_prometheus]

    def _seen(self, gauges: Gauges) -> None:
        self._now_window().gauges.update(gauges)

    def _now_window(self) -> Window:
        return self.tally.window(self.elapsed)

    def _one_arrival(self, due: float) -> None:
        caller = self._idle.pop() if self._idle else self.caller()
        try:
            self.once(caller, due)
            self._idle.append(caller)
        except gevent.GreenletExit:
            caller.close()
            raise
        finally:
            self.active -= 1

    def finish(self, patience: float | None = None) -> None:
        """End the run: wait for what is under way, fold the last fraction."""
        if self.over:
            return
        self.over = True
        self._under_way.join(timeout=self.patience if patience is None else patience)
        self._under_way.kill()
        gevent.killall(self._helpers)
        if self.started and not self.remote:
            self.fold()
        for caller in self._idle:
            caller.close()
        self._idle.clear()
        self.told = True

    def clean_up(self, wants_end: Callable[[], str] = lambda: "", *, keep: bool = False) -> None:
        """Delete what the run has created, then what its actors were made of.

        `wants_end` says, in words, why not to go on; with `keep`, all of it is left.
        """
        if self.remote or self.cleaning is not None:
            return
        created = self._identities.created
        self.cleaning = created.cleaning(keep=keep)
        if not keep:
            created.delete(self.cleaning, wants_end)
            self._things.delete()
            for each in self.profile.actors:
                if isinstance(each, Pool):
                    each.delete()
        self.cleaned = True

    def fold(self) -> None:
        """Take in what came since the last time, and see how busy we are."""
        elapsed = self.elapsed
        self.tally.fold(elapsed)
        window = self.tally.windows[-1]
        if self._level is not None:
            window.level = self._level
        else:
            # Of arrivals we know our share; how many users are ours is up to Locust.
            part = self.share if self.profile.is_open else 1.0
            window.level = self.profile.stages.level(elapsed) * part
        used, at = time.process_time(), perf_counter()
        spent, passed = used - self._busy_at[0], at - self._busy_at[1]
        if passed > 0.1:
            window.busy = max(window.busy, min(spent / passed, 1.0))
            self._busy_at = (used, at)
        if not self.wants_stop:
            self.wants_stop = is_hopeless(self.profile, self.tally)
        for hear in self.on_fold:
            hear()

    def _fold_on(self) -> None:
        number = 0
        boundaries = [self.profile.warm_up] if self.profile.warm_up else []
        while not self.over:
            number += 1
            at = number * FOLD_SECONDS
            if boundaries and boundaries[0] <= at:
                gevent.sleep(max(self.started + boundaries.pop(0) - perf_counter(), 0))
                self.fold()
            gevent.sleep(max(self.started + at - perf_counter(), 0))
            if not self.over:
                self.fold()

    def _probe(self) -> None:
        """Of a closed profile, how late we are at whatever is due: a sleeper tells."""
        if self.profile.is_open:
            return
        alarm = Alarm()
        try:
            while not self.over:
                due = perf_counter() + _PROBE_SECONDS
                alarm.until(due)
                if self.elapsed > self.profile.warm_up:
                    self.tally.late.add(max(int((perf_counter() - due) * 1e6), 0))
        finally:
            alarm.close()
