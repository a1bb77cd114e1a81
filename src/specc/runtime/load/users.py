"""Profiles as Locust runs them: a user class for each, and the shape that follows its stages."""

from __future__ import annotations

import gc
import logging
import os
import secrets
import time
from typing import Any, ClassVar

from gevent.event import Event
from locust import LoadTestShape, User, events
from locust.runners import MasterRunner, WorkerRunner
from locust.user.task import LOCUST_STATE_RUNNING, LOCUST_STATE_STOPPING

from specc.runtime import launch
from specc.runtime.broken import Broken
from specc.runtime.feeds import share_feeds
from specc.runtime.hosts import AllowedHosts, HostRefusedError
from specc.runtime.load import stock
from specc.runtime.load.into_locust import IntoLocust, has_listeners
from specc.runtime.load.profile import Profile
from specc.runtime.load.run import Run
from specc.runtime.load.sharing import FIGURES, SHARE, Gathered, Outbox
from specc.runtime.load.summary import summary
from specc.runtime.load.tally import Series
from specc.runtime.load.telling import Listener, Tell
from specc.runtime.load.verdict import is_hopeless
from specc.runtime.service import Service, ServiceUnavailable

_log = logging.getLogger("specc")
_BACK_OFF_SECONDS = 0.1
"""What a user waits after a flow in which no answer came: a dead service needs no more."""
_UNREACHED = 3

gathered: dict[Any, Gathered] = {}
"""What the workers of each environment have told, where it has workers."""
_worker: list[Any] = []
_shares: dict[Any, float] = {}
_outboxes: dict[Any, Outbox] = {}
runs: dict[Any, Run] = {}
"""The run of each of Locust's environments; its last one stays."""


class LoadUser(User):
    """A virtual user of a profile; of an open profile, one that begins all flows on schedule."""

    abstract = True
    profile: ClassVar[Profile]
    tasks: ClassVar[list[Any]] = [lambda _user: None]
    """Locust wants some. What is done is in the profile."""

    def __init__(self, environment: Any) -> None:
        super().__init__(environment)
        self._leave = Event()

    def stop(self, force: bool = False) -> bool:
        """Called by Locust. A flow that is under way goes on to its end.

        Locust would kill a user that thinks, even if it has just begun its next request.
        """
        if force or self.profile.is_open or self.profile.until:
            return bool(super().stop(force=True))
        self._state = LOCUST_STATE_STOPPING
        self._leave.set()
        return False

    def run(self) -> None:
        """Called by Locust, in a greenlet of the user's own."""
        self._state = LOCUST_STATE_RUNNING
        run = runs.get(self.environment)
        if run is None or run.over:
            return
        if self.profile.until:
            run.find_saturation()
            return
        if self.profile.is_open:
            run.arrive()
            if self.environment in _outboxes:
                self.environment.runner._send_stats()  # the master waits for all to be begun
            return
        caller = run.caller()
        think = self.profile.think
        try:
            while self._state != LOCUST_STATE_STOPPING and not run.over:
                run.once(caller)
                if caller.lost:
                    self._leave.wait(_BACK_OFF_SECONDS)
                if think is not None:
                    self._leave.wait(think.seconds(run.chance))
        finally:
            caller.close()


class ProfileShape(LoadTestShape):
    """Follows the stages of the profile whose user class was chosen: `locust -f FILE Checkout`.

    Without a choice it is the first of the file.
    """

    abstract = True

    def tick(self) -> tuple[int, float, list[type[User]]] | None:
        """Called by Locust once a second: how many users there should be now."""
        chosen = _chosen(self.runner.environment)
        if chosen is None:
            return None
        run = runs.get(self.runner.environment)
        elapsed = 0.0 if run is None or run.over else run.elapsed
        if run is not None and (run.wants_stop or run.complete):
            return None
        if run is not None and run.remote and not run.over:
            _share_out(self.runner, run)
        stages = chosen.profile.stages
        if chosen.profile.is_open or chosen.profile.until:
            count = getattr(self.runner, "worker_count", 0) or 1
            return (count, float(count), [chosen])
        now = round(stages.level(elapsed))
        users = max(now, 1)
        return (users, max(float(abs(users - self.get_current_user_count())), 1.0), [chosen])


def _share_out(runner: Any, run: Run) -> None:
    """Tell the workers how many they are, if that is news: those left take over from one lost."""
    count = runner.worker_count
    if not count or count >= run.workers > 0:
        return
    if run.workers:
        run.notes.append(
            f"{run.workers - count} of {run.workers} workers were lost "
            f"{run.elapsed:.0f} s after the start: what they had not told by then is missing, and "
            "their share is taken over from then on"
        )
    run.workers = count
    runner.send_message(SHARE, {"workers": count})


def _chosen(environment: Any) -> type[LoadUser] | None:
    classes = [each for each in environment.user_classes if issubclass(each, LoadUser)]
    return classes[0] if classes else None


@events.test_start.add_listener
def _begin(environment: Any, **_more: Any) -> None:
    chosen = _chosen(environment)
    if chosen is None:
        return
    profile = chosen.profile
    others = [each.__name__ for each in environment.user_classes if each is not chosen]
    if others:
        _log.info("running %s; name another: %s", chosen.__name__, ", ".join(others))
    remote = isinstance(environment.runner, MasterRunner)
    if isinstance(environment.runner, WorkerRunner) and environment not in _shares:
        _log.warning("this worker came when the run was under way: it has no share of it")
        return
    engine = stock.engine_of(profile)
    is_stock = engine == stock.NAME
    run = runs[environment] = Run(
        profile,
        seed=_seed(),
        share=_shares.get(environment, 1.0),
        remote=remote,
        engine=engine,
        listener=_listener(environment) if is_stock or has_listeners(environment) else None,
        clients=stock.clients_of(environment) if is_stock else None,
    )
    if remote:
        gathered[environment] = Gathered(run)
        _share_out(environment.runner, run)
    elif isinstance(environment.runner, WorkerRunner):
        _outboxes[environment] = Outbox(run)
    if run.listener is None and not remote:
        run.tally.listeners.append(IntoLocust(environment.stats))
    if not environment.stop_timeout:
        # What is under way may end: a request that is cut off would be measured by nobody.
        environment.stop_timeout = max(service.timeout for service in profile.services)
    try:
        for service in profile.services:
            allow(service, profile)
            launch.ensure(service)
        if not remote:
            run.prepare()
    except (ServiceUnavailable, HostRefusedError, Broken) as wrong:
        run.over = True
        run.wants_stop = str(wrong)
        environment.process_exit_code = _UNREACHED
        _log.error("the profile %s can't start: %s", profile.name, wrong)
        return
    # What is there by now stays: looking through it again and again would take processor time.
    gc.collect()
    gc.freeze()
    run.begin()


@events.test_stopping.add_listener
def _end(environment: Any, **_more: Any) -> None:
    run = runs.get(environment)
    if run is not None and run.started:
        run.stop_arrivals()


@events.test_stop.add_listener
def _ended(environment: Any, **_more: Any) -> None:
    run = runs.get(environment)
    if run is not None and run.started:
        run.finish()
        if environment in _outboxes:
            environment.runner._send_stats()  # the last fraction of a second
        if getattr(environment, "specc_reports", False):
            return  # whoever reports cleans up: it knows of Ctrl-C
        run.clean_up(keep=keeps())
        if environment in _outboxes:
            environment.runner._send_stats()


@events.init.add_listener
def _init(environment: Any, runner: Any, **_more: Any) -> None:
    if isinstance(runner, WorkerRunner):

        def hear(msg: Any, **_more: Any) -> None:
            workers = max(int(msg.data["workers"]), 1)
            _shares[environment] = 1 / workers
            under_way = runs.get(environment)
            if under_way is not None and not under_way.over:
                under_way.share = 1 / workers  # of a worker that is lost
                return
            share_feeds(max(runner.worker_index, 0), workers)

        runner.register_message(SHARE, hear)
        _worker[:] = [environment]


@events.report_to_master.add_listener
def _report(client_id: str, data: dict[str, Any], **_more: Any) -> None:
    for environment in _worker:
        if environment in _outboxes:
            data[FIGURES] = _outboxes[environment].take()


@events.worker_report.add_listener
def _hear_worker(client_id: str, data: dict[str, Any], **_more: Any) -> None:
    for environment, gathering in gathered.items():
        if FIGURES in data:
            gathering.take(client_id, data[FIGURES])
            run = runs[environment]
            run.wants_stop = run.wants_stop or is_hopeless(run.profile, run.tally)


@events.quitting.add_listener
def _quit(environment: Any, **_more: Any) -> None:
    run = runs.get(environment)
    if run is None or not run.started or getattr(environment, "specc_reports", False):
        return
    run.finish()
    run.clean_up(keep=keeps())
    _log.info("%s", summary(run))
    if any(verdict.outcome == "broken" for verdict in run.verdicts):
        environment.process_exit_code = 1


def allow(service: Service, profile: Profile) -> None:
    """Whether a profile may send load to a service at all.

    Loopback it may. Any other host must be allowed by name, in the service or in the profile: that
    its url is written in the spec is not enough. Raises HostRefusedError, with the way out.
    """
    allowed = AllowedHosts.of(*service.allow_hosts, *profile.allow_hosts)
    if service.origin not in allowed:
        raise HostRefusedError(
            f"refused to put load on {service.origin.host}: only loopback, and hosts that are "
            f"allowed by name, may be put under load. If this one is meant, say "
            f'`allow hosts "{service.origin.host}"` in the service {service.name} or in the '
            f"profile {profile.name} ({profile.at})"
        )


def keeps() -> bool:
    """Whether what profiles create is to be left."""
    return os.environ.get("SPECC_KEEP", "") not in ("", "0")


def _seed() -> int:
    given = os.environ.get("SPECC_SEED", "")
    return int(given) if given.isdecimal() else secrets.randbelow(10**9)


def _listener(environment: Any) -> Listener:
    """What has Locust's event fired for each request."""

    def hear(series: Series, latency: int, octets: int) -> Tell:
        began = time.time() - latency / 1e6

        def tell(wrong: str | None) -> None:
            environment.events.request.fire(
                request_type=series.method,
                name=series.name,
                response_time=latency / 1000,
                response_length=octets,
                exception=None if wrong is None else Broken(wrong),
                context={},
                start_time=began,
            )

        return tell

    return hear
