"""What parameters.bts says holds for requests of all kinds."""

from specc.runtime import Actor, expect, obligation
from specc.runtime.properties import Sent, any_invalid, any_valid, refused

from . import requests
from .contracts import Find200, Item
from .endpoints import class_, find, form, search, upload


@obligation("find.any_valid", "parameters.bts:27")
@any_valid(requests.find)
def test_find_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(ann.call(find, {"sku": "A1"} | sent.params), 200, Find200)


@obligation("find.any_invalid", "parameters.bts:28")
@any_invalid(requests.find)
def test_find_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(ann.call(find, {"sku": "A1"} | sent.params), sent)


@obligation("form.any_valid", "parameters.bts:36")
@any_valid(requests.form)
def test_form_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 201 as declared."""
    expect(ann.call(form, body=sent.body), 201, Item)


@obligation("form.any_invalid", "parameters.bts:37")
@any_invalid(requests.form)
def test_form_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(ann.call(form, body=sent.body), sent)


@obligation("upload.any_valid", "parameters.bts:44")
@any_valid(requests.upload)
def test_upload_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 204 as declared."""
    expect(ann.call(upload, body=sent.body), 204)


@obligation("upload.any_invalid", "parameters.bts:45")
@any_invalid(requests.upload)
def test_upload_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(ann.call(upload, body=sent.body), sent)


@obligation("class.any_valid", "parameters.bts:59")
@any_valid(requests.class_)
def test_class_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(class_, sent.params), 200)


@obligation("class.any_invalid", "parameters.bts:60")
@any_invalid(requests.class_)
def test_class_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(class_, sent.params), sent)


@obligation("search.any_valid", "parameters.bts:66")
@any_valid(requests.search)
def test_search_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(ann.call(search, sent.params), 200, Item)


@obligation("search.any_invalid", "parameters.bts:67")
@any_invalid(requests.search)
def test_search_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(ann.call(search, sent.params), sent)
