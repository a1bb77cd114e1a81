"""Follow redirects as RFC 9110 has them, never to a host that is not allowed."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import urljoin

from specc.runtime.absent import ABSENT
from specc.runtime.broken import Broken, Finding
from specc.runtime.client import send
from specc.runtime.exchange import Request, Response
from specc.runtime.hosts import split
from specc.runtime.serialise import cookie_pair

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST = 10
# What says nothing about who asks. All else stays at home when a redirect leads to another origin.
_FOR_ANYONE = frozenset(
    {"accept", "accept-encoding", "accept-language", "content-type", "user-agent"}
)
_OF_BODY = frozenset({"content-type", "content-length", "content-encoding"})


def follow(response: Response, timeout: float) -> Response:
    """Follow a response's redirects, ten at most, and return the last response.

    Raises HostRefusedError where one leads to a host that is not allowed, and Broken where they
    go on for too long or a Location cannot be read.
    """
    __tracebackhide__ = True
    hops: tuple[Response, ...] = ()
    baked: dict[str, str] = {}
    while response.status in _REDIRECTS and (location := response.header("Location")):
        hops = (*hops, response)
        if len(hops) > _MOST:
            raise Broken(Finding.saying(f"more than {_MOST} redirects", hops[0], response))
        _take_cookies(response, baked)
        request = _next(response, location, baked)
        if request.origin != response.request.origin:
            baked.clear()  # they are that origin's, and no other's
        response = send(request, timeout)
        response.hops = hops
    return response


def _take_cookies(response: Response, baked: dict[str, str]) -> None:
    """Take up what a hop sets: as in a browser, it goes along to where the hop leads."""
    for line in response.headers.get_all("Set-Cookie"):
        name, equals, value = line.partition(";")[0].partition("=")
        if equals:
            with suppress(ValueError):  # what is no cookie is not sent back as one
                cookie_pair(name.strip(), value.strip())
                baked[name.strip()] = value.strip()


def _next(response: Response, location: str, baked: dict[str, str]) -> Request:
    __tracebackhide__ = True
    before = response.request
    try:
        origin, rest = split(urljoin(before.url, location))
    except ValueError as wrong:
        raise Broken(Finding.saying(f"the redirect leads nowhere: {wrong}", response)) from None
    before.service.allowed.check(origin, f"{before.method} {before.url} redirects there")
    method, body, sent = before.method, before.body, before.sent
    if response.status == 303 or (response.status in (301, 302) and method == "POST"):
        method, body, sent = ("HEAD" if method == "HEAD" else "GET"), None, ABSENT
    lines = [f"Host: {origin.netloc}\r\n"]
    for name, value in before.headers.items():
        lower = name.lower()
        if lower == "host" or (body is None and lower in _OF_BODY):
            continue
        if lower == "cookie" and origin == before.origin and baked:
            pairs = (pair.strip().partition("=") for pair in value.split(";"))
            baked = {**{key: given for key, _, given in pairs}, **baked}
            continue
        if origin == before.origin or lower in _FOR_ANYONE or (body and lower in _OF_BODY):
            lines.append(f"{name}: {value}\r\n")
    if baked and origin == before.origin:
        cookies = "; ".join(f"{name}={value}" for name, value in baked.items())
        lines.append(f"Cookie: {cookies}\r\n")
    return Request(
        method=method,
        origin=origin,
        target=rest if rest.startswith("/") else f"/{rest}",
        head="".join(lines),
        body=body,
        sent=sent,
        actor=before.actor,
        credentials=before.credentials,
        endpoint=before.endpoint,
        service=before.service,
    )
