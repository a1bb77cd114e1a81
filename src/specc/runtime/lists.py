"""Whole lists, read page by page, and what must be true of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from specc.runtime.actor import Actor
from specc.runtime.broken import Broken, Finding
from specc.runtime.diff import same
from specc.runtime.endpoint import Endpoint
from specc.runtime.exchange import Response
from specc.runtime.expect import expect
from specc.runtime.json_text import Json, brief
from specc.runtime.mismatch import Mismatch
from specc.runtime.paging import items_of, pages

_NOTHING: Mapping[str, object] = {}


@attrs.frozen
class Listed:
    """All items of a list, and the pages that they came on."""

    items: tuple[Json, ...]
    pages: tuple[Response, ...]
    sizes: tuple[int, ...]


def read_list(
    actor: Actor,
    endpoint: Endpoint,
    params: Mapping[str, object] = _NOTHING,
    *,
    by: tuple[str, str] | None = None,
    cursor: str | None = None,
    source: tuple[str, ...] = (),
    link: bool = False,
    items: tuple[str | int, ...] = (),
) -> Listed:
    """Read a list to its end; how it goes on is told as in `pages`, or it is one page.

    Raises Broken where a page is not as the endpoint declares, or the pages never end.
    """
    __tracebackhide__ = True
    read: tuple[Response, ...]
    if by is None and cursor is None and not source and not link:
        success = next(status for status in endpoint.returns if 200 <= status < 300)
        read = (expect(actor.call(endpoint, params), success),)
    else:
        read = tuple(
            pages(
                actor,
                endpoint,
                params,
                by=by,
                cursor=cursor,
                source=source,
                link=link,
                items=items,
            )
        )
    found = [items_of(page, items) for page in read]
    return Listed(
        tuple(item for page in found for item in page), read, tuple(len(page) for page in found)
    )


def is_listed(listed: Listed, key: Sequence[str], value: object) -> None:
    """Some item has the value at `key`. Raises Broken."""
    __tracebackhide__ = True
    if not any(same(value_at(item, key), value) for item in listed.items):
        raise wrong_list(
            listed,
            f"no item of the list has `{'.'.join(key)}` {brief(value)}: "
            f"{len(listed.items)} items on {len(listed.pages)} pages were read",
        )


def not_listed(listed: Listed, key: Sequence[str], value: object) -> None:
    """No item has the value at `key`. Raises Broken."""
    __tracebackhide__ = True
    for item in listed.items:
        if same(value_at(item, key), value):
            raise wrong_list(
                listed,
                f"the list shows an item with `{'.'.join(key)}` {brief(value)}: it must not",
            )


def none_new(listed: Listed, before: Listed, key: Sequence[str]) -> None:
    """No item has a value at `key` that none had before. Raises Broken."""
    __tracebackhide__ = True
    known = {brief(value_at(item, key)) for item in before.items}
    for item in listed.items:
        name = brief(value_at(item, key))
        if name not in known:
            raise wrong_list(
                listed, f"the list shows an item with `{'.'.join(key)}` {name} that was not there"
            )


def all_have(listed: Listed, key: Sequence[str], value: object) -> None:
    """Every item has the value at `key`. Raises Broken."""
    __tracebackhide__ = True
    for item in listed.items:
        if not same(value_at(item, key), value):
            raise wrong_list(
                listed,
                f"asked for `{'.'.join(key)}` {brief(value)}, the list shows an item that has "
                f"{brief(value_at(item, key))}",
            )


def once_each(listed: Listed, key: Sequence[str]) -> None:
    """No item comes twice. Raises Broken."""
    __tracebackhide__ = True
    seen: set[str] = set()
    for item in listed.items:
        name = brief(value_at(item, key))
        if name in seen:
            raise wrong_list(listed, f"the item with `{'.'.join(key)}` {name} comes twice")
        seen.add(name)


def pages_within(listed: Listed, limit: int) -> None:
    """No page has more items than were asked for. Raises Broken."""
    __tracebackhide__ = True
    for number, size in enumerate(listed.sizes, 1):
        if size > limit:
            raise wrong_list(
                listed, f"page {number} has {size} items, {limit} were asked for", number - 1
            )


def value_at(item: Json, key: Sequence[str]) -> object:
    """What an item has at a path; None where it has nothing there."""
    for name in key:
        if not isinstance(item, Mapping) or name not in item:
            return None
        item = item[name]
    return item


def wrong_list(listed: Listed, message: str, page: int = -1) -> Broken:
    """What is wrong with a list, shown with the page at which it is."""
    shown = (listed.pages[page],) if listed.pages else ()
    return Broken(Finding((Mismatch("", message),), shown=shown))
