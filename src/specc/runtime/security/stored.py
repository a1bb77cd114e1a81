"""Whether markup that is stored comes back as markup, on any page that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, not_applicable, succeeded, told
from specc.runtime.values import unique


def stores_no_markup(
    rule: str,
    attempt: Attempt,
    *,
    at: Sequence[str],
    pages: Sequence[Attempt],
    inside: Sequence[str] = (),
) -> None:
    """A random tag that is stored at any of the places is escaped on all `pages`. Raises Broken.

    `inside` is where the thing stands in the answer to the attempt. What shows text of the same
    place without a tag, but not the tag, keeps it out or escapes it.
    """
    __tracebackhide__ = True
    control = attempt.send()
    if not succeeded(control):
        inconclusive(f"{told(control)}: nothing is stored")
    if not any(_is_page(page) for page in _shown(pages, _inside(control, inside))):
        not_applicable("no endpoint shows it as a page of text/html")
    for place in at:
        tag = f'<{unique("specc")} a="b">'
        try:
            stored = attempt.send(put={place: tag})
        except (LookupError, TypeError, ValueError):
            continue
        if not succeeded(stored):
            continue
        for page in _shown(pages, _inside(stored, inside)):
            if _is_page(page) and tag in page.text:
                name = page.endpoint.name if page.endpoint else page.request.target
                said = f"markup that {attempt.endpoint.name} stores is markup again in {name}"
                raise breach(rule, said, page, stored, control, where=place)


def _shown(pages: Sequence[Attempt], thing: Json) -> Iterator[Response]:
    for page in pages:
        try:
            yield page.send(about=thing)
        except (LookupError, TypeError, ValueError):
            continue


def _is_page(answer: Response) -> bool:
    return succeeded(answer) and answer.media in ("text/html", "application/xhtml+xml", "")


def _inside(answer: Response, at: Sequence[str]) -> Json:
    value = answer.json if answer.is_json else None
    for name in at:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value
