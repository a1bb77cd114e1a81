"""OAuth 2.0's client credentials grant (RFC 6749, section 4.4)."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING
from urllib.parse import quote

from specc.runtime.broken import Broken, Finding
from specc.runtime.hosts import split
from specc.runtime.service import Service

if TYPE_CHECKING:
    from specc.runtime.actor import Actor

_EARLY = 10.0
"""Seconds before its end at which a token counts as expired: a request takes time to arrive."""


class ClientCredentials:
    """The means to get tokens, and when the last one expires."""

    def __init__(
        self,
        service: Service,
        url: str,
        client_id: str,
        client_secret: str,
        scope: str | None,
        audience: str | None,
    ) -> None:
        self._service, self._path = _place(service, url)
        self._client = (client_id, client_secret)
        fields = {"grant_type": "client_credentials", "scope": scope, "audience": audience}
        self._fields = {name: value for name, value in fields.items() if value is not None}
        self._expires = 0.0
        self._lock = threading.Lock()

    def renew(self, actor: Actor) -> None:
        """Give the actor a token, unless the one that it has will do. Raises Broken."""
        __tracebackhide__ = True
        if time.monotonic() < self._expires:
            return
        with self._lock:
            if time.monotonic() >= self._expires:
                self._get(actor)

    def _get(self, actor: Actor) -> None:
        from specc.runtime.actor import Actor

        __tracebackhide__ = True
        asking = Actor(actor.name)
        asking.basic(*(quote(part, safe="") for part in self._client))
        response = asking.request(
            "POST", self._path, service=self._service, body=self._fields, form="form"
        )
        if response.status != 200 or not isinstance(response["access_token"], str):
            raise Broken(Finding.saying(f"no token for {actor.name}: {response.status}", response))
        lifetime = response.get("expires_in")
        lasts = float(lifetime) if isinstance(lifetime, int) else float("inf")
        self._expires = time.monotonic() + max(lasts - _EARLY, lasts / 2)
        actor.bearer(response["access_token"])


def _place(service: Service, url: str) -> tuple[Service, str]:
    if url.startswith("/"):
        return service, url
    origin, path = split(url)
    service.allowed.check(origin, "the url of the token endpoint")
    return (
        Service(
            f"{service.name}'s tokens",
            url=str(origin),
            timeout=service.timeout,
            allow_hosts=(origin.netloc,),
        ),
        path or "/",
    )
