"""Lists: which things, in which order, and page by page."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import attrs

from specc.ir.nodes import Effect, Endpoint, Parameter
from specc.mock.access import may_see, selects
from specc.mock.call import Call
from specc.mock.defects import Quirk
from specc.mock.ordering import in_order
from specc.mock.state import State
from specc.mock.wording import text_of
from specc.mock.world import Thing
from specc.plan.changes import constant
from specc.semantics.types import Scalar

LIMITS = ("limit", "per_page", "page_size", "size", "_limit")
STARTS = ("offset", "page", "cursor", "after")
_PAGE = 20


@attrs.frozen
class Page:
    """The things of a page; `ahead` leads to the next one, if there is one."""

    things: tuple[Thing, ...]
    total: int
    ahead: Any = None
    header: tuple[str, str] | None = None


def page_of(state: State, call: Call, effect: Effect) -> Page:
    """The page of a list that a call asks for."""
    found = in_order(state, call, _chosen(state, call, effect))
    name = call.endpoint.name
    if state.defects.on(Quirk.MISSES_ONE, name):
        found = found[1:]
    if state.defects.on(Quirk.SHOWS_TWICE, name) and found:
        found = [found[0], *found]
    pages = call.endpoint.pages
    limit = _limit(state, call)
    if pages is None or limit is None:
        if limit is not None:
            return Page(tuple(found[:limit]), len(found))
        return Page(tuple(found), len(found))
    return _paged(state, call, found, limit)


def _chosen(state: State, call: Call, effect: Effect) -> list[Thing]:
    """All things that the caller may see, and that the filters choose; the newest first."""
    name, contract = call.endpoint.name, effect.contract
    every = _still_listed(state, contract) or state.defects.on(Quirk.STILL_LISTED, name)
    known = state.world.all_of(contract) if every else state.world.of(contract)
    anywhere = state.defects.on(Quirk.IGNORES_PARENT, name)
    strangers = state.defects.on(Quirk.SHOWS_STRANGERS, name)
    filters = [item for item in call.endpoint.parameters if is_filter(state, call.endpoint, item)]
    ignored = state.defects.of(Quirk.IGNORES_FILTER, name)
    return [
        thing
        for thing in known
        if (anywhere or thing.under(call.things))
        and (strangers or may_see(state, call.principal, thing))
        and (strangers or not effect.of_self or thing.owner is call.principal)
        and all(
            item.name == ignored or _passes(item, call.params[item.name], thing)
            for item in filters
            if item.name in call.params
        )
    ]


def _still_listed(state: State, contract: str) -> bool:
    defect = state.defects.defect
    if defect is None or defect.quirk is not Quirk.STILL_LISTED:
        return False
    return any(
        item.kind == "deletes" and item.contract == contract
        for item in state.endpoints[defect.endpoint].effects
    )


def is_filter(state: State, endpoint: Endpoint, parameter: Parameter) -> bool:
    """Whether a query parameter chooses among listed things."""
    effect = endpoint.effect("lists")
    if parameter.place_in != "query" or effect is None or selects(state, endpoint, parameter):
        return False
    if parameter.name in (limit_name(endpoint), *_starts(endpoint)):
        return False
    if parameter.feed is not None:
        return True
    item = state.field_type(effect.contract, parameter.name)
    if item is None:
        return False
    field, own = state.types.body_of(item.type), state.types.body_of(parameter.type)
    return type(field) is type(own) and (
        not isinstance(field, Scalar) or not isinstance(own, Scalar) or field.kind == own.kind
    )


def _passes(parameter: Parameter, wanted: Any, thing: Thing) -> bool:
    feed = parameter.feed
    if feed is None:
        return bool(thing.value.get(parameter.name) == wanted)
    if feed.contract == thing.contract:
        return bool(thing.field(feed.path) == wanted)
    other = thing.parents.get(feed.contract)
    if other is None and thing.owner is not None and thing.owner.account is not None:
        other = thing.owner.account
    return (
        other is not None and other.contract == feed.contract and other.field(feed.path) == wanted
    )


def limit_name(endpoint: Endpoint) -> str | None:
    """The query parameter that limits a page."""
    names = (*LIMITS, *(endpoint.pages.by if endpoint.pages else ()))
    return next(
        (
            item.name
            for item in endpoint.parameters
            if item.place_in == "query"
            and item.name in names
            and item.name not in _starts(endpoint)
        ),
        None,
    )


def _starts(endpoint: Endpoint) -> tuple[str, ...]:
    """The parameters that say where a page begins."""
    pages = endpoint.pages
    named = pages.by[:1] if pages and pages.source and not pages.link else ()
    return (*STARTS, "token", "_token", "start", "since", *named)


def _limit(state: State, call: Call) -> int | None:
    name = limit_name(call.endpoint)
    if state.defects.on(Quirk.IGNORES_LIMIT, call.endpoint.name):
        return None
    if name is not None:
        given = call.params.get(name)
        if isinstance(given, int):
            return given
        parameter = next(item for item in call.endpoint.parameters if item.name == name)
        default = () if parameter.example is None else constant(parameter.example)
        if isinstance(default, int):
            return default
    return _PAGE if call.endpoint.pages is not None and not call.endpoint.pages.link else None


def _paged(state: State, call: Call, found: list[Thing], limit: int) -> Page:
    pages = call.endpoint.pages
    assert pages is not None
    start_name = _start_parameter(call.endpoint)
    given = call.params.get(start_name) if start_name is not None else None
    by_offset = not pages.link and pages.source is None
    if by_offset:
        at = given if isinstance(given, int) else 0
        start = (at - 1) * limit if start_name == "page" and at > 0 else at
    else:
        start = _after(found, given)
    name = call.endpoint.name
    if start and state.defects.on(Quirk.SKIPS_BETWEEN_PAGES, name):
        start += 1
    if start and state.defects.on(Quirk.REPEATS_BETWEEN_PAGES, name):
        start -= 1
    things = tuple(found[start : start + limit])
    more = start + limit < len(found) and bool(things)
    if state.defects.on(Quirk.ENDS_EARLY, name):
        more, found = False, found[: len(things)]
        things = things if not start else ()
    if not more or by_offset or start_name is None:
        return Page(things, len(found))
    cursor = _cursor(state, call, start_name, things[-1])
    if pages.link:
        address = _address(call, start_name, cursor)
        header = pages.source[-1] if pages.source else "Link"
        text = address if pages.source else f'<{address}>; rel="next"'
        return Page(things, len(found), address, header=(header, text))
    assert pages.source is not None
    if pages.source[0] == "header":
        return Page(things, len(found), cursor, header=(pages.source[1], text_of(cursor)))
    return Page(things, len(found), cursor)


def body_source(endpoint: Endpoint) -> tuple[str, ...]:
    """Where in a page's body the cursor of the next one stands; empty where it stands elsewhere."""
    source = endpoint.pages.source if endpoint.pages is not None else None
    return tuple(source[1:]) if source and source[0] == "body" else ()


def _start_parameter(endpoint: Endpoint) -> str | None:
    pages = endpoint.pages
    assert pages is not None
    queries = [item.name for item in endpoint.parameters if item.place_in == "query"]
    if pages.link:
        return next((name for name in queries if name in _starts(endpoint)), None)
    named = pages.by[:1] if pages.source else pages.by[1:]
    return named[0] if named else None


def _cursor(state: State, call: Call, name: str, last: Thing) -> Any:
    parameter = next(item for item in call.endpoint.parameters if item.name == name)
    candidates: list[Any] = [str(last.number), last.number]
    candidates += [last.field(path) for path in state.keys_of(last.contract)]
    for cursor in candidates:
        if state.types.fits(cursor, parameter.type):
            return cursor
    return str(last.number)


def _after(found: list[Thing], cursor: Any) -> int:
    """Where in the list the page after a cursor begins."""
    if cursor is None:
        return 0
    for at, thing in enumerate(found):
        if str(thing.number) == str(cursor) or cursor in thing.value.values():
            return at + 1
    try:
        number = int(cursor)
    except ValueError:
        return 0
    # What the cursor named may be gone by now; what came after it is not.
    return next((at for at, thing in enumerate(found) if thing.number < number), len(found))


def _address(call: Call, name: str, cursor: Any) -> str:
    """The next page's address: this one's, with the cursor."""
    pairs = [
        (item.name, text)
        for item in call.endpoint.parameters
        if item.place_in == "query" and item.name != name
        for text in call.texts.get(item.name, ())
    ]
    pairs.append((name, text_of(cursor)))
    query = "&".join(
        f"{quote(key, safe='')}={quote(text, safe='', errors='replace')}" for key, text in pairs
    )
    return f"{call.address}?{query}"
