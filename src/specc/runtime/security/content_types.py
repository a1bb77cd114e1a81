"""Whether a body is checked whatever it calls itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from specc.runtime.absent import ABSENT
from specc.runtime.changes import Put
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json, compact
from specc.runtime.security.attempt import Attempt, leaves
from specc.runtime.security.breach import breach, inconclusive, not_applicable, succeeded, told
from specc.runtime.security.variants import in_form
from specc.runtime.serialise import form as form_text
from specc.runtime.values import unique

_OTHERS = (
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/octet-stream",
    "text/json",
)


def checks_whatever_type(
    rule: str, attempt: Attempt, *, at: Sequence[str], reread: Attempt | None = None
) -> None:
    """What is refused as JSON is not taken, and kept, under another content type. Raises Broken.

    A random value of the wrong kind is put in each of the places. It counts only if it is found in
    the answer, or by `reread`.
    """
    __tracebackhide__ = True
    if attempt.body is ABSENT or attempt.endpoint.body != "json":
        not_applicable("it takes no body of JSON")
    control = attempt.send()
    if not succeeded(control):
        inconclusive(f"{told(control)}: the body is not taken as it is, either")
    media = attempt.endpoint.media or "application/json"
    for place in at:
        for wrong, mark in _wrong():
            try:
                body = Put(place.removeprefix("body."), wrong)(attempt.fresh_body())
            except (LookupError, TypeError):
                continue
            plain = in_form(attempt, compact(body), media)
            if not 400 <= plain.status < 500:
                continue
            for other, content in _forms(body):
                answer = in_form(attempt, content, other)
                if succeeded(answer) and mark in _kept(answer, reread):
                    said = f"a `{place}` that is refused as {media} is kept as {other}"
                    raise breach(rule, said, answer, plain, control, where=place)


def _wrong() -> Iterator[tuple[Json, str]]:
    """Values that are no text of any use, each with what it is known by."""
    mark = unique("specc")
    yield {"specc": mark}, mark
    mark = unique("specc")
    yield f"{mark}, " * 700, mark  # no long word: a pattern that is slow with those would hang


def _forms(body: Json) -> Iterator[tuple[str, bytes]]:
    for other in _OTHERS:
        yield other, compact(body)
    if isinstance(body, Mapping) and all(isinstance(each, str | int) for each in body.values()):
        yield "application/x-www-form-urlencoded", form_text(body).encode()


def _kept(answer: Response, reread: Attempt | None) -> str:
    """The texts of the thing as it was answered, and as it is read again."""
    thing: Any = answer.json if answer.is_json else None
    texts = leaves(thing)
    if reread is not None:
        try:
            again = reread.send(about=thing)
        except (LookupError, TypeError):
            return " ".join(texts)
        texts += leaves(again.json) if succeeded(again) and again.is_json else []
    return " ".join(texts)
