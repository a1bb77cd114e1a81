"""Have services up when they are needed, and say in one message why one is not."""

from __future__ import annotations

import atexit
import shlex
import shutil
import threading
import time

from specc.runtime import client
from specc.runtime.absent import ABSENT
from specc.runtime.broken import Broken
from specc.runtime.connection import listens
from specc.runtime.exchange import Request
from specc.runtime.guardian import FileLock
from specc.runtime.hosts import HostRefusedError
from specc.runtime.lease import SharedServer
from specc.runtime.redaction import redacted
from specc.runtime.serialise import fixed_path
from specc.runtime.service import Service, ServiceUnavailable
from specc.runtime.visible import visible

_EVERY = 0.05
_CONNECT = 3.0
_SPEECHLESS = 10.0
"""Seconds that a started service without a `ready` is given to listen."""

_held: dict[Service, Lease] = {}
_missing: dict[Service, tuple[str, bool]] = {}
_lock = threading.Lock()


class Lease:
    """The right to use a service; `release` ends it."""

    def __init__(self, server: SharedServer | None = None, holder: FileLock | None = None) -> None:
        self._server = server
        self._holder = holder

    def release(self) -> None:
        """Give the service back; the last to do so stops what was started."""
        if self._server is not None and self._holder is not None:
            holder, self._holder = self._holder, None
            self._server.let_go(holder)


def ensure(service: Service) -> None:
    """Have the service up from now until `release_all`. Raises ServiceUnavailable."""
    __tracebackhide__ = True
    if service in _held:
        return
    with _lock:
        if service in _missing:  # it was waited for once; that is enough
            reason, optional = _missing[service]
            raise ServiceUnavailable(service, reason, optional=optional)
        if service not in _held:
            try:
                _held[service] = take(service)
            except ServiceUnavailable as wrong:
                _missing[service] = (wrong.reason, wrong.optional)
                raise


def release_all() -> None:
    """Give back every service that `ensure` has had up."""
    with _lock:
        _missing.clear()
        while _held:
            _held.popitem()[1].release()


# For scripts: pytest gives everything back at the end of a session.
atexit.register(release_all)


def take(service: Service) -> Lease:
    """Have the service up until the lease is released.

    Raises ServiceUnavailable with the reason: the command, how it ended, what it printed last.
    """
    __tracebackhide__ = True
    try:
        service.allowed.check(service.origin, f"the url of the service {service.name}")
    except (HostRefusedError, LookupError, ValueError) as wrong:
        # Not even an optional service may be left out because of a mistake.
        raise ServiceUnavailable(service, str(wrong), optional=False) from None
    if service.start is None or not service.is_local:
        _await_foreign(service)
        return Lease()
    command = _command(service, service.start)
    server = SharedServer(str(service.address), command, service.folder)
    holder = server.join()
    if holder is None:
        if listens(service.origin, _CONNECT):
            _await_foreign(service)
            return Lease()
        holder = server.start()
    try:
        _await_own(service, server)
    except BaseException:
        server.let_go(holder)
        raise
    return Lease(server, holder)


def _command(service: Service, start: str) -> list[str]:
    try:
        command = shlex.split(start)
    except ValueError as wrong:
        raise ServiceUnavailable(service, f"its start command `{start}`: {wrong}") from None
    if not command:
        raise ServiceUnavailable(service, "its start command is empty")
    return command


def _await_foreign(service: Service) -> None:
    """Wait for a service that others have started, or will."""
    __tracebackhide__ = True
    where = service.origin.netloc
    until = time.monotonic() + (service.ready.within if service.ready else 0)
    while True:
        listening = listens(service.origin, _CONNECT)
        answer = _ready(service) if listening else ""
        if listening and answer is None:
            return
        if time.monotonic() >= until:
            break
        time.sleep(_EVERY)
    if listening:
        raise ServiceUnavailable(service, f"it listens on {where}, but {_unready(service, answer)}")
    hint = "" if service.start else ", and the spec has no `start` for it"
    raise ServiceUnavailable(service, f"nothing listens on {where}{hint}")


def _await_own(service: Service, server: SharedServer) -> None:
    """Wait for a service that was started for us."""
    __tracebackhide__ = True
    within = service.ready.within if service.ready else _SPEECHLESS
    until = time.monotonic() + within
    answer: str | None = "nothing listened there"
    while time.monotonic() < until:
        if ending := server.ending():
            raise _failed(service, server, ending)
        if listens(service.origin, _CONNECT):
            answer = _ready(service)
            if answer is None:
                return
        time.sleep(_EVERY)
    raise _failed(service, server, f"after {within:g} s, {_unready(service, answer)}")


def _unready(service: Service, answer: str | None) -> str:
    if service.ready is None:
        return str(answer)
    return f"{service.ready.method} {service.ready.path} did not say that it is ready: {answer}"


def _failed(service: Service, server: SharedServer, why: str) -> ServiceUnavailable:
    command = shlex.join(server.command)
    if why.startswith("it cannot be run") and shutil.which(server.command[0]) is None:
        why = f"there is no command {server.command[0]}"
    lines = [f"`{command}` was started for it (in {service.folder.resolve()}); {why}"]
    if tail := visible(server.log_tail()):
        lines += ["the last that it printed:", *(f"    {line}" for line in tail.split("\n"))]
    return ServiceUnavailable(service, redacted("\n".join(lines)))


def _ready(service: Service) -> str | None:
    """None if the service says that it is ready, else what it says instead."""
    if service.ready is None:
        return None
    request = Request(
        method=service.ready.method,
        origin=service.origin,
        target=service.base + fixed_path(service.ready.path),
        head=f"Host: {service.origin.netloc}\r\nAccept: */*\r\nUser-Agent: specc\r\n",
        body=None,
        sent=ABSENT,
        actor="anonymous",
        credentials=frozenset(),
        endpoint=None,
        service=service,
    )
    try:
        response = client.send(request, min(service.timeout, 2.0))
    except Broken as wrong:
        return wrong.mismatches[0].message
    return None if response.status < 400 else f"{response.status} {response.reason}".rstrip()
