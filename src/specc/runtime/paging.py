"""Walk through a list that a service gives out page by page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, urljoin

from specc.runtime.actor import Actor
from specc.runtime.broken import Broken, Finding
from specc.runtime.endpoint import Endpoint
from specc.runtime.exchange import Response, kind
from specc.runtime.expect import expect
from specc.runtime.hosts import split
from specc.runtime.json_text import Json

_NOTHING: Mapping[str, object] = {}
_URL = re.compile(r"https?://|/|\?")


def pages(
    actor: Actor,
    endpoint: Endpoint,
    params: Mapping[str, object] = _NOTHING,
    *,
    by: tuple[str, str] | None = None,
    cursor: str | None = None,
    source: tuple[str, ...] = (),
    link: bool = False,
    items: tuple[str | int, ...] = (),
    limit: int = 1000,
) -> Iterator[Response]:
    """The pages of a list, each checked to be a 200 that keeps its contract.

    How the list goes on is told by one of: `by`, the names of the parameters for a page's size and
    for where it starts; `cursor`, the parameter that takes what `source` (`("body", "next")`,
    `("header", "Next-Page")`) of the page before says; `link`, a `Link` header with `rel="next"`.
    A value that is a URL is followed as one, if it leads to the endpoint's own path on an allowed
    host. `items` is where in a body the list is. Raises Broken where pages repeat themselves or
    where there are more than `limit`.
    """
    __tracebackhide__ = True
    given: dict[str, object] = dict(params)
    seen: set[str] = set()
    for _ in range(limit):
        response = expect(actor.call(endpoint, given), 200)
        yield response
        if by is not None:
            ahead = _next_offset(response, given, by, items)
        elif link:
            ahead = _next_link(response)
        else:
            ahead = _next_cursor(response, source)
        if ahead is None:
            return
        if ahead in seen:
            raise _broken(f"the pages go round in circles: {ahead!r} came before", response)
        seen.add(ahead)
        if by is not None:
            given[by[1]] = int(ahead)
        elif link or cursor is None or _URL.match(ahead):
            given |= _params(response, ahead, endpoint)
        else:
            given[cursor] = ahead
    raise _broken(f"there are more than {limit} pages", response)


def items_of(response: Response, items: tuple[str | int, ...]) -> list[Json]:
    """The list in a page's body. Raises Broken if there is none."""
    __tracebackhide__ = True
    value: Json = response.json
    for step in items:
        try:
            value = value[step]
        except (LookupError, TypeError):
            raise _broken(f"the page has no `{step}` to hold its items", response) from None
    if not isinstance(value, list):
        raise _broken(f"where the page's items should be, there is {kind(value)}", response)
    return value


def _next_offset(
    response: Response,
    given: Mapping[str, object],
    by: tuple[str, str],
    items: tuple[str | int, ...],
) -> str | None:
    __tracebackhide__ = True
    size, start = given.get(by[0]), given.get(by[1], 0)
    count = len(items_of(response, items))
    if not count or (isinstance(size, int) and count < size):
        return None
    return str(int(str(start)) + count)


def _next_cursor(response: Response, source: tuple[str, ...]) -> str | None:
    __tracebackhide__ = True
    place, *path = source
    if place == "header":
        return response.header(path[0]) or None
    value: Json = response.json
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    if value is None or value == "":
        return None
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise _broken(f"the next page's cursor is {kind(value)}", response)
    return str(value)


_LINK = re.compile(
    r'<([^<>]*)>((?:\s*;\s*[\w!#$&+.^`|~*-]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;]+))?)*)'
)
_REL = re.compile(r';\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))', re.I)


def _next_link(response: Response) -> str | None:
    """The target of the first link whose relation is `next` (RFC 8288)."""
    for header in response.headers.get_all("Link"):
        for found in _LINK.finditer(header):
            rel = _REL.search(found[2])
            if rel and "next" in (rel[1] or rel[2]).lower().split():
                return found[1]
    return None


def _params(response: Response, url: str, endpoint: Endpoint) -> dict[str, object]:
    """The query parameters of the next page's URL, which is held to the endpoint's own path."""
    __tracebackhide__ = True
    request = response.request
    try:
        origin, rest = split(urljoin(request.url, url))
    except ValueError as wrong:
        raise _broken(f"the next page is nowhere: {wrong}", response) from None
    request.service.allowed.check(origin, "a list names it as the host of its next page")
    path, _, query = rest.partition("?")
    if origin != request.origin or path != request.target.partition("?")[0]:
        raise _broken(
            f"the next page is not at {endpoint.path} of the same service: {url}", response
        )
    found: dict[str, Json] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name not in endpoint.params:
            raise _broken(
                f"the next page has a parameter {name} that {endpoint.name} has not", response
            )
        found[name] = [*found.get(name, []), value]
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _broken(message: str, response: Response) -> Broken:
    return Broken(Finding.saying(message, response))
