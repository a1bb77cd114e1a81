"""Who calls: an identity with credentials, and the calls it makes."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import Any

from specc.runtime import bounds, client, history, launch, things
from specc.runtime.absent import ABSENT
from specc.runtime.claiming import with_claims
from specc.runtime.digest import DigestLogin
from specc.runtime.endpoint import Endpoint, Form
from specc.runtime.exchange import Request, Response
from specc.runtime.interrupts import unbroken
from specc.runtime.outgoing import Outgoing, to_endpoint, to_path
from specc.runtime.redaction import redact
from specc.runtime.redirects import follow as follow_redirects
from specc.runtime.sensitive import is_sensitive
from specc.runtime.serialise import cookie_pair, header_line
from specc.runtime.service import Service
from specc.runtime.witness import witness

_NOTHING: Mapping[str, Any] = {}
_USUAL = {
    "user-agent": "User-Agent: specc\r\n",
    "accept-encoding": "Accept-Encoding: gzip, deflate\r\n",
}


class Actor:
    """An identity that can call services. Until it is given credentials, it has none.

    What it is given is kept out of reports. An actor is made once and may then be used by many
    threads.
    """

    def __init__(self, name: str, role: str | None = None) -> None:
        self.name = name
        self.role = role
        self.made: dict[str, Response] = {}
        """Things that its own steps made, by their contract."""
        self.entered: dict[str, Any] = {}
        """What it last sent to each endpoint that takes a secret, where that was a success."""
        self._headers: dict[str, str] = {}
        self._cookies: dict[str, str] = {}
        self._credentials: frozenset[str] = frozenset()
        self._general: dict[Service, dict[str, str]] = {}
        self._renew: Callable[[], None] | None = None
        self._digest: DigestLogin | None = None
        self.changes = 0
        """How often it was given credentials, or got new ones."""

    def __repr__(self) -> str:
        return f"<Actor {self.name}>"

    def bearer(self, token: str) -> Actor:
        """Send `Authorization: Bearer TOKEN` with each request."""
        return self.header("Authorization", f"Bearer {redact(token)}")

    def basic(self, user: str, password: str) -> Actor:
        """Send HTTP basic authentication with each request."""
        pair = base64.b64encode(f"{user}:{redact(password)}".encode()).decode()
        return self.header("Authorization", f"Basic {redact(pair)}")

    def digest(self, user: str, password: str) -> Actor:
        """Answer challenges of HTTP digest authentication: a 401 with one is asked again."""
        self._digest = DigestLogin(user, redact(password))
        return self

    def header(self, name: str, value: str) -> Actor:
        """Send a header with each request. Raises ValueError if it would be more than one line."""
        line = header_line(name, value)
        if is_sensitive(name):
            redact(str(value))
        self._headers[name.lower()] = line
        self._changed()
        return self

    def cookie(self, name: str, value: str) -> Actor:
        """Send a cookie with each request. Raises ValueError if it would be more than one."""
        self._cookies[name] = cookie_pair(name, redact(value))
        self._changed()
        return self

    def presenting(self, change: Callable[[str], str]) -> Actor:
        """The same actor with its credentials changed. Headers that let nobody in stay as they are,
        if it has others."""
        other = Actor(f"{self.name} with a made-up credential", self.role)
        lets_in = {name for name in self._headers if is_sensitive(name)}
        if not (lets_in or self._cookies or self._digest):
            lets_in = set(self._headers)
        for name, line in self._headers.items():
            key, _, value = line.rstrip("\r\n").partition(": ")
            other.header(key, change(value) if name in lets_in else value)
        for name, pair in self._cookies.items():
            other.cookie(name, change(pair.partition("=")[2]))
        if self._digest is not None:
            other.digest(change(self._digest.user), change(self._digest.password))
        return other

    def oauth2_client_credentials(
        self,
        service: Service,
        *,
        url: str,
        client_id: str,
        client_secret: str,
        scope: str | None = None,
        audience: str | None = None,
    ) -> Actor:
        """Get a token by OAuth 2.0's client credentials grant and send it with each request.

        `url` is the token endpoint: a path of `service`, or an absolute URL on an allowed host. The
        token is got anew before it expires. Raises Broken if none is given.
        """
        from specc.runtime.oauth2 import ClientCredentials  # rarely needed

        grant = ClientCredentials(service, url, client_id, redact(client_secret), scope, audience)
        self._renew = lambda: grant.renew(self)
        self._renew()
        return self

    def call(
        self,
        endpoint: Endpoint,
        params: Mapping[str, object] = _NOTHING,
        *,
        body: object = ABSENT,
        media: str | None = None,
        header: Mapping[str, object] = _NOTHING,
        follow: bool = False,
    ) -> Response:
        """Call an endpoint; `params` are path, query, header and cookie parameters by name.

        With `media`, the body calls itself that instead of what it is. `header` are headers that
        the endpoint does not declare, in place of this actor's own of that name. Redirects are
        followed only if `follow` is set. Raises LookupError for a parameter that is missing or that
        the endpoint does not have, TypeError and ValueError for what cannot be sent,
        HostRefusedError for a host that is not allowed, OutOfBoundsError for a body that is larger
        than a run may send, and Broken where no response comes.
        """
        __tracebackhide__ = True
        body = with_claims(endpoint.name, body)
        outgoing = to_endpoint(endpoint, params, body)
        if media is not None:
            outgoing.media = media
        for name, value in header.items():
            outgoing.lines[name.lower()] = header_line(name, value)
        called = history.begin(self, endpoint, params, body)
        if not endpoint.has_effects:
            response = called.answered(self.send(outgoing, follow=follow))
        else:
            with unbroken():  # what has been made must not be forgotten
                response = called.answered(self.send(outgoing, follow=follow))
                if 200 <= response.status < 300:
                    things.note(self, endpoint, params, response)
        if endpoint.secret and 200 <= response.status < 300:
            self.entered[endpoint.name] = body
        if witness.is_looking and not response.hops:
            witness.note(endpoint, params, response)
        return response

    def request(
        self,
        method: str,
        path: str,
        *,
        service: Service,
        query: Mapping[str, object] = _NOTHING,
        header: Mapping[str, object] = _NOTHING,
        cookie: Mapping[str, object] = _NOTHING,
        body: object = ABSENT,
        form: Form | None = None,
        media: str | None = None,
        follow: bool = False,
    ) -> Response:
        """Send a request that is no declared endpoint's. `path` starts with a slash.

        `form` says how the body is encoded: as JSON if it is left out. Raises as `call` does.
        """
        __tracebackhide__ = True
        outgoing = to_path(service, method, path, query, header, cookie, body, form, media)
        return self.send(outgoing, follow=follow)

    def send(self, outgoing: Outgoing, *, follow: bool) -> Response:
        """Send a call that is put together. Raises as `call` does."""
        __tracebackhide__ = True
        service = outgoing.service
        launch.ensure(service)
        self.renew()
        request = self.dressed(outgoing)
        response = client.send(request, service.timeout)
        if self._digest is not None and response.status == 401:
            challenges = response.headers.get_all("WWW-Authenticate")
            answer = self._digest.answer(challenges, request.method, request.target)
            if answer is not None:
                outgoing.lines["authorization"] = header_line("Authorization", answer)
                request = self.dressed(outgoing)
                request.credentials |= {"authorization"}
                response = client.send(request, service.timeout)
        return follow_redirects(response, service.timeout) if follow else response

    @property
    def credentials(self) -> tuple[dict[str, str], dict[str, str]]:
        """The headers and the cookies that go with its requests, by name."""
        headers = [line.rstrip("\r\n").partition(": ") for line in self._headers.values()]
        cookies = {name: pair.partition("=")[2] for name, pair in self._cookies.items()}
        return {name: value for name, _, value in headers}, cookies

    def renew(self) -> None:
        """Get credentials anew that are about to expire. Raises Broken if none are given."""
        if self._renew is not None:
            self._renew()

    @property
    def renews(self) -> bool:
        """Whether its credentials expire."""
        return self._renew is not None

    @property
    def answers_challenges(self) -> bool:
        """Whether what it sends depends on what it was answered before (digest authentication)."""
        return self._digest is not None

    def dressed(self, outgoing: Outgoing) -> Request:
        """The request for a call as this actor sends it, with its credentials. Nothing is sent."""
        service = outgoing.service
        content = outgoing.content()
        bounds.admit(content)
        lines = dict(self._general.get(service) or self._lines_for(service))
        accepted = outgoing.endpoint.accept if outgoing.endpoint else "*/*"
        lines.setdefault("accept", f"Accept: {accepted}\r\n")
        lines |= outgoing.lines
        if outgoing.cookies or self._cookies:
            own = {name: cookie_pair(name, value) for name, value in outgoing.cookies.items()}
            lines["cookie"] = f"Cookie: {'; '.join({**self._cookies, **own}.values())}\r\n"
        return Request(
            method=outgoing.method,
            origin=service.origin,
            target=outgoing.target,
            head="".join(lines.values()),
            body=content,
            sent=outgoing.body,
            actor=self.name,
            credentials=self._credentials,
            endpoint=outgoing.endpoint,
            service=service,
        )

    def _lines_for(self, service: Service) -> dict[str, str]:
        """The header lines that go with every request of this actor to a service."""
        lines = {
            "host": f"Host: {service.origin.netloc}\r\n",
            **_USUAL,
            **{name.lower(): header_line(name, value) for name, value in service.headers.items()},
            **self._headers,
        }
        self._general[service] = lines
        return lines

    def _changed(self) -> None:
        self.changes += 1
        self._general = {}
        self._credentials = frozenset(
            [*self._headers, "cookie"] if self._cookies else self._headers
        )


anonymous = Actor("anonymous")
"""Nobody in particular: an actor without credentials."""
