"""What paging.bts says holds for requests of all kinds."""

from specc.runtime import Actor, expect, obligation
from specc.runtime.properties import Sent, any_invalid, any_valid, refused

from . import requests
from .contracts import ByCursor200, ByLink200, ByOffset200, Note
from .endpoints import by_cursor, by_link, by_offset, make


@obligation("make.any_valid", "paging.bts:14")
@any_valid(requests.make)
def test_make_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 201 as declared."""
    expect(ann.call(make, body=sent.body), 201, Note)


@obligation("make.any_invalid", "paging.bts:11")
@any_invalid(requests.make)
def test_make_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(ann.call(make, body=sent.body), sent)


@obligation("by_offset.any_valid", "paging.bts:32")
@any_valid(requests.by_offset)
def test_by_offset_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(ann.call(by_offset, sent.params), 200, ByOffset200)


@obligation("by_offset.any_invalid", "paging.bts:27")
@any_invalid(requests.by_offset)
def test_by_offset_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(ann.call(by_offset, sent.params), sent)


@obligation("by_cursor.any_valid", "paging.bts:42")
@any_valid(requests.by_cursor)
def test_by_cursor_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(ann.call(by_cursor, sent.params), 200, ByCursor200)


@obligation("by_cursor.any_invalid", "paging.bts:38")
@any_invalid(requests.by_cursor)
def test_by_cursor_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(ann.call(by_cursor, sent.params), sent)


@obligation("by_link.any_valid", "paging.bts:51")
@any_valid(requests.by_link)
def test_by_link_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(ann.call(by_link, sent.params), 200, ByLink200)


@obligation("by_link.any_invalid", "paging.bts:48")
@any_invalid(requests.by_link)
def test_by_link_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(ann.call(by_link, sent.params), sent)
