"""Whether a document of XML may bring in what is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from specc.runtime.absent import ABSENT
from specc.runtime.broken import Broken
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, not_applicable, succeeded
from specc.runtime.security.listener import Listener, listening
from specc.runtime.security.variants import in_form
from specc.runtime.values import unique

_PASSWD = re.compile(r"(?<![\w-])root:[^:\s]{0,40}:0:0:")
_PROLOGUE = re.compile(r"\s*<\?xml[^>]*\?>")
_LEAF = re.compile(r"(<([A-Za-z_][\w.:-]*)(?:\s[^<>]*)?>)([^<>]*)(</\2\s*>)")
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*)")
_MOST = 8
"""Leaves of a document that are tried."""


def brings_nothing_in(rule: str, attempt: Attempt) -> None:
    """An entity of a document is not looked up outside of it. Raises Broken.

    It is a file of the system, whose content would come back, or a URL of the test's own listener.
    A body that is no XML is sent as XML as well, which some services understand all the same.
    """
    __tracebackhide__ = True
    documents = list(_documents(attempt))
    media = attempt.endpoint.media or ""
    is_xml = "xml" in media
    media = media if is_xml else "application/xml"
    understood = False
    with listening() as listener:
        for document in documents:
            control = _sent(attempt, document, media)
            understood = understood or (control is not None and succeeded(control))
            _fetched(rule, attempt, document, media, listener, control)
            if control is not None and succeeded(control):
                _read(rule, attempt, document, media, control)
    if not understood:
        why = "a document of XML is not taken even if it brings nothing in"
        if is_xml:
            inconclusive(why)
        not_applicable(why)


def _fetched(
    rule: str,
    attempt: Attempt,
    document: str,
    media: str,
    listener: Listener,
    control: Response | None,
) -> None:
    """By a call at the listener, for a type's subset, a parameter entity and a general one."""
    __tracebackhide__ = True
    root = _root(document)
    for number, declared in enumerate(
        (
            '<!DOCTYPE {root} SYSTEM "{url}">',
            '<!DOCTYPE {root} [<!ENTITY % p SYSTEM "{url}"> %p;]>',
            '<!DOCTYPE {root} [<!ENTITY e SYSTEM "{url}">]>',
        )
    ):
        path = unique("entity")
        head = declared.format(root=root, url=listener.url(path))
        content = _with_entity(document, 0) if number == 2 else document
        answer = _sent(attempt, head + content, media)
        if answer is None:
            continue
        if path in listener.heard or (succeeded(answer) and listener.waits_for(path)):
            said = "the service fetches what a document names: it called the test's own listener"
            raise breach(rule, said, *filter(None, (answer, control)))


def _read(rule: str, attempt: Attempt, document: str, media: str, control: Response) -> None:
    """By the content of a file, in each leaf in turn."""
    __tracebackhide__ = True
    head = '<!DOCTYPE {root} [<!ENTITY e SYSTEM "file:///etc/{file}">]>'
    for leaf in range(min(_MOST, len(_LEAF.findall(document)))):
        content = _with_entity(document, leaf)
        root = _root(document)
        answer = _sent(attempt, head.format(root=root, file="passwd") + content, media)
        if answer is None or not _PASSWD.search(answer.text) or _PASSWD.search(control.text):
            continue
        other = _sent(attempt, head.format(root=root, file=unique("none")) + content, media)
        if other is not None and _PASSWD.search(other.text):
            continue
        said = "an entity of a document is replaced by the content of /etc/passwd"
        raise breach(rule, said, answer, control)


def _sent(attempt: Attempt, document: str, media: str) -> Response | None:
    """The answer; None where none came, since a document may well bring a parser down."""
    __tracebackhide__ = True
    try:
        return in_form(attempt, document.encode(), media)
    except (Broken, TypeError, ValueError, LookupError):
        return None


def _documents(attempt: Attempt) -> Iterator[str]:
    """The valid body, or what it is as XML under some usual names."""
    body = attempt.body
    if isinstance(body, str) and _LEAF.search(body):
        yield _PROLOGUE.sub("", body, count=1)
        return
    thing = attempt.endpoint.creates.thing if attempt.endpoint.creates else "root"
    for root in dict.fromkeys(("root", thing.lower())):
        yield f"<{root}>{''.join(_elements(body)) or 'specc'}</{root}>"


def _elements(value: Json) -> Iterator[str]:
    if value is ABSENT or not isinstance(value, Mapping):
        return
    for name, item in value.items():
        if not re.fullmatch(r"[A-Za-z_][\w.-]*", name):
            continue
        for each in item if isinstance(item, list) else [item]:
            inner = "".join(_elements(each)) if isinstance(each, Mapping) else _text(each)
            yield f"<{name}>{inner}</{name}>"


def _text(value: Json) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else escape(str(value))


def _root(document: str) -> str:
    found = _ROOT.search(document)
    return found[1] if found else "root"


def _with_entity(document: str, leaf: int) -> str:
    """The document with the entity in place of one of its leaves' texts."""
    for number, found in enumerate(_LEAF.finditer(document)):
        if number == leaf:
            return f"{document[: found.start(3)]}&e;{document[found.end(3) :]}"
    return document
