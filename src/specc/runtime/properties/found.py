"""What a search has found, told so that others can write a test of it: the calls, as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from specc.runtime.absent import ABSENT
from specc.runtime.broken import About
from specc.runtime.history import Called
from specc.runtime.json_text import Json, compact
from specc.runtime.redaction import redacted
from specc.runtime.serialise import Raw

Told = dict[str, Json]


def told(calls: Iterable[Called], before: Iterable[Called], about: About) -> Told:
    """A failure as data that JSON can hold; no secret is in it.

    `before` are the calls that made what these may be about.
    """
    return {
        "calls": [_call(each) for each in calls],
        "before": [_call(each) for each in before if each.response is not None],
        "part": about.part,
        "expects": list(about.expects),
        "claim": about.claim,
    }


def _call(called: Called) -> Told:
    response = called.response
    endpoint = called.endpoint
    made: Told = {
        "actor": called.actor.name,
        "endpoint": endpoint.name,
        "spec": endpoint.spec,
        "status": None if response is None else response.status,
    }
    unsayable: list[str] = []
    made["params"] = {
        name: _value(value, unsayable) for name, value in called.params.items() if value is not None
    }
    if called.body is not ABSENT:
        made["body"] = _value(called.body, unsayable)
    if response is not None:
        base = endpoint.service.base
        made["target"] = redacted(response.request.target.removeprefix(base))
        if endpoint.creates is not None and response.is_json and response.status < 300:
            made["answer"] = redacted(compact(response.json).decode())
    if unsayable:
        made["unsayable"] = unsayable[0]
    return made


def _value(value: object, unsayable: list[str]) -> Json:
    """A value as the text of its JSON; what has none is noted."""
    if isinstance(value, Raw):
        unsayable.append("a parameter is sent as a text that is not of its type")
        return ""
    if isinstance(value, bytes):
        unsayable.append("its body is no JSON")
        return ""
    if isinstance(value, Mapping):
        value = dict(value)
    try:
        text = compact(value).decode()
    except (TypeError, ValueError):
        unsayable.append("a file is sent")
        return ""
    if redacted(text) != text:
        unsayable.append("a secret is sent")
        return ""
    return text
