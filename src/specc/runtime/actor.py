"""Who calls: an identity with credentials, and the calls it makes."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from specc.runtime import client, launch, things
from specc.runtime.absent import ABSENT
from specc.runtime.body import encode
from specc.runtime.digest import DigestLogin
from specc.runtime.endpoint import Endpoint, Form
from specc.runtime.exchange import Request, Response
from specc.runtime.redaction import redact
from specc.runtime.redirects import follow as follow_redirects
from specc.runtime.sensitive import is_sensitive
from specc.runtime.serialise import cookie_pair, header_line, in_path, query
from specc.runtime.service import Service

_NOTHING: Mapping[str, Any] = {}
_WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE", "OPTIONS", "TRACE"})
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
        self._headers: dict[str, tuple[str, str]] = {}
        self._cookies: dict[str, str] = {}
        self._credentials: frozenset[str] = frozenset()
        self._heads: dict[Service, str] = {}
        self._renew: Callable[[], None] | None = None
        self._digest: DigestLogin | None = None

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
        self._headers[name.lower()] = (name, line)
        self._changed()
        return self

    def cookie(self, name: str, value: str) -> Actor:
        """Send a cookie with each request. Raises ValueError if it would be more than one."""
        self._cookies[name] = cookie_pair(name, redact(value))
        self._changed()
        return self

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
        follow: bool = False,
    ) -> Response:
        """Call an endpoint; `params` are path, query, header and cookie parameters by name.

        Redirects are followed only if `follow` is set. Raises LookupError for a parameter that is
        missing or that the endpoint does not have, TypeError and ValueError for what cannot be
        sent, HostRefusedError for a host that is not allowed, and Broken where no response comes.
        """
        __tracebackhide__ = True
        if not params.keys() <= endpoint.params:
            unknown = ", ".join(sorted(params.keys() - endpoint.params))
            raise LookupError(f"the endpoint {endpoint.name} has no parameter {unknown}")
        extra = ""
        for name in endpoint.header:
            if (value := params.get(name)) is not None:
                extra += header_line(name, value)
        cookies = {name: params[name] for name in endpoint.cookie if params.get(name) is not None}
        response = self._send(
            endpoint.service,
            endpoint.method,
            _target(endpoint, params),
            extra,
            cookies,
            body,
            endpoint.body,
            endpoint.media,
            endpoint,
            follow,
        )
        if endpoint.has_effects and 200 <= response.status < 300:
            things.note(self, endpoint, params, response)
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
        if not path.startswith("/") or not method.isalpha():
            raise ValueError(f"{method} {path!r} is no request: a path starts with a slash")
        target = service.base + quote(path, safe="/%?=&:@!$'()*+,;~[]{}|^`\"<>\\-._")
        extra = "".join(header_line(name, value) for name, value in header.items())
        return self._send(
            service,
            method.upper(),
            _with_query(target, query),
            extra,
            cookie,
            body,
            form,
            media,
            None,
            follow,
        )

    def _send(
        self,
        service: Service,
        method: str,
        target: str,
        extra: str,
        cookies: Mapping[str, object],
        body: object,
        form: Form | None,
        media: str | None,
        endpoint: Endpoint | None,
        follow: bool,
    ) -> Response:
        __tracebackhide__ = True
        launch.ensure(service)
        if self._renew is not None:
            self._renew()
        head = self._heads.get(service) or self._head(service)
        accept = f"Accept: {endpoint.accept if endpoint else '*/*'}\r\n"
        content: bytes | None = None
        if body is not ABSENT:
            encoded = encode(body, form, media)
            content = encoded.content
            extra += "" if _names(extra, "content-type") else f"Content-Type: {encoded.media}\r\n"
            extra += f"Content-Length: {len(content)}\r\n"
        elif method not in _WITHOUT_BODY:
            extra += "Content-Length: 0\r\n"
        if cookies or self._cookies:
            pairs = {
                **self._cookies,
                **{name: cookie_pair(name, cookies[name]) for name in cookies},
            }
            extra += f"Cookie: {'; '.join(pairs.values())}\r\n"
        request = Request(
            method=method,
            origin=service.origin,
            target=target,
            head=_merged(head, accept, extra),
            body=content,
            sent=body,
            actor=self.name,
            credentials=self._credentials,
            endpoint=endpoint,
            service=service,
        )
        response = client.send(request, service.timeout)
        if self._digest is not None and response.status == 401:
            challenges = response.headers.get_all("WWW-Authenticate")
            answer = self._digest.answer(challenges, method, target)
            if answer is not None:
                request.head = _merged(request.head, "", header_line("Authorization", answer))
                request.credentials |= {"authorization"}
                response = client.send(request, service.timeout)
        return follow_redirects(response, service.timeout) if follow else response

    def _head(self, service: Service) -> str:
        own = {name.lower(): header_line(name, value) for name, value in service.headers.items()}
        lines = {**_USUAL, **own, **{key: line for key, (_, line) in self._headers.items()}}
        head = f"Host: {service.origin.netloc}\r\n{''.join(lines.values())}"
        self._heads[service] = head
        return head

    def _changed(self) -> None:
        self._heads = {}
        names = [name.lower() for name in self._headers]
        self._credentials = frozenset([*names, "cookie"] if self._cookies else names)


anonymous = Actor("anonymous")
"""Nobody in particular: an actor without credentials."""


def _target(endpoint: Endpoint, params: Mapping[str, object]) -> str:
    __tracebackhide__ = True
    pieces = endpoint.pieces
    target = endpoint.service.base + pieces[0]
    for index in range(1, len(pieces), 2):
        name = pieces[index]
        if params.get(name) is None:
            raise LookupError(f"the endpoint {endpoint.name} needs the path parameter {name}")
        target += in_path(params[name], name) + pieces[index + 1]
    if not endpoint.query or not params:
        return target
    return _with_query(target, {name: params.get(name) for name in endpoint.query})


def _with_query(target: str, pairs: Mapping[str, object]) -> str:
    text = query(iter(pairs.items()))
    if not text:
        return target
    return f"{target}{'&' if '?' in target else '?'}{text}"


def _names(lines: str, name: str) -> bool:
    return any(line[: len(name) + 1].lower() == f"{name}:" for line in lines.split("\r\n"))


def _merged(head: str, accept: str, extra: str) -> str:
    """The headers of a request: where one is given twice, the more particular one wins."""
    if not extra:
        return head if _names(head, "accept") else head + accept
    particular = {line.partition(":")[0].lower() for line in extra.split("\r\n")}
    kept = [
        line + "\r\n"
        for line in head.split("\r\n")
        if line and line.partition(":")[0].lower() not in particular
    ]
    general = "".join(kept)
    if "accept" in particular or _names(general, "accept"):
        return general + extra
    return general + accept + extra
