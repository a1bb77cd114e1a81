"""Requests sent by Locust's own client, that of its `FastHttpUser`, and counted by Locust itself.

It is what to fall back on, and what our own engine is held against: the same flows with the same
checks, another client.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from decimal import Decimal
from time import perf_counter
from typing import Any

from gevent.timeout import Timeout
from geventhttpclient.response import HTTPConnectionClosed
from locust.contrib.fasthttp import FAILURE_EXCEPTIONS, FastHttpSession, HTTPParseError

from specc.runtime.connection import tls_context
from specc.runtime.exchange import Headers, Response
from specc.runtime.hosts import Origin
from specc.runtime.load.parsing import BrokenOffError, NotHttpError
from specc.runtime.load.prepared import Later, Ready
from specc.runtime.load.profile import Profile
from specc.runtime.load.telling import Sent

NAME = "stock"


def engine_of(profile: Profile) -> str:
    """Which engine a profile is run with: its own, or the one that who runs it wants."""
    wanted = os.environ.get("SPECC_ENGINE")
    return wanted if wanted in ("specc", NAME) else profile.engine


def clients_of(environment: Any) -> Callable[[], StockClient]:
    """What makes a client for each virtual user of one of Locust's environments."""
    return lambda: StockClient(environment.events.request)


class StockClient:
    """The client of one virtual user, with connections of its own to each origin.

    `requested` is Locust's event: Locust's statistics, and whoever else listens, are told by it.
    """

    def __init__(self, requested: Any) -> None:
        self._requested = requested
        self._sessions: dict[Origin, FastHttpSession] = {}

    def send(self, ready: Ready, values: tuple[object, ...]) -> Sent:
        """Send a request. What it does not get an answer to, it does not send again."""
        request = ready.request_for(values)
        prepared = ready.prepared
        session = self._session(request.origin, prepared.service.timeout)
        began = perf_counter()
        caught: Any = session.request(
            request.method,
            request.target,
            name=prepared.name,
            data=request.body,
            headers=dict(request.headers.items()),
            catch_response=True,
        )
        finished = perf_counter()

        def tell(latency: int, wrong: str | None) -> None:
            # Of a schedule the latency counts from the intended start, which Locust does not know.
            caught.request_meta["response_time"] = latency / 1000
            with caught:
                if wrong is None:
                    caught.success()
                else:
                    caught.failure(wrong)

        if not caught.status_code:
            return Sent(_why_none(caught.error), finished, tell)
        try:
            content = caught.content or b""
        except (*FAILURE_EXCEPTIONS, ValueError) as wrong:
            return Sent(_why_none(wrong), finished, tell)
        headers = [(str(name), str(value)) for name, value in caught.headers.items()]
        elapsed = Decimal(int((finished - began) * 1e9)).scaleb(-9)
        later: Any = Later(ready, values)
        answer = Response(later, caught.status_code, "", Headers(headers), content, elapsed)
        return Sent(answer, finished, tell)

    def _session(self, origin: Origin, timeout: float) -> FastHttpSession:
        found = self._sessions.get(origin)
        if found is None:
            found = self._sessions[origin] = FastHttpSession(
                base_url=str(origin),
                request_event=self._requested,
                user=None,
                insecure=False,
                ssl_context_factory=tls_context,
                concurrency=1,
                connection_timeout=timeout,
                network_timeout=timeout,
                max_redirects=0,
                max_retries=0,
            )
            # What an actor sends is what the spec says of it.
            found.client.cookiejar = None
        return found

    def close(self) -> None:
        """Close the connections."""
        for session in self._sessions.values():
            session.client.close()
        self._sessions.clear()


def _why_none(wrong: BaseException) -> Exception:
    """Why no answer came, as our own connections say it."""
    wrong = getattr(wrong, "original", None) or wrong
    match wrong:
        case Timeout() | TimeoutError():
            return TimeoutError()
        case HTTPConnectionClosed():
            return BrokenOffError(f"closed the connection too early ({wrong})")
        case HTTPParseError():
            return NotHttpError(str(wrong))
        case OSError():
            return wrong
        case _:
            return BrokenOffError(f"{type(wrong).__name__}: {wrong}")
