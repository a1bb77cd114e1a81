"""Whether a thing is reached by a verb that nobody declared, or by one in disguise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from specc.runtime.absent import ABSENT
from specc.runtime.actor import Actor, anonymous
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive
from specc.runtime.security.judging import Watched, telling
from specc.runtime.security.variants import by_verb

_DISGUISED = ("PUT", "PATCH", "DELETE")
_OVERRIDES = ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")
_NAMES = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[\d\W]*|https?:.*", re.I | re.S)
"""Texts that name things, or tell times: a service would refuse them if they were others."""


def keeps_to_its_verbs(
    rule: str, attempt: Attempt, *, verbs: Sequence[str], intruder: Actor | None = None
) -> None:
    """No other verb reaches the thing that the attempt reads. Raises Broken.

    `verbs` are those that the path does not have. Each is sent by who may not change the thing; so
    are those that would, disguised as another by a header or a parameter. Its owner reads it again.
    """
    __tracebackhide__ = True
    watched = Watched.by(attempt)
    for other in [anonymous] if intruder is None else [anonymous, intruder]:
        plain = attempt.send(other)
        if watched.changed() is not None:
            inconclusive("the thing changes whenever it is read")
        hidden = telling(watched.before.json, attempt) if watched.before.is_json else set()
        hidden = {value for value in hidden if value not in plain.text}
        for how, answer in _ways(attempt, other, verbs, watched.before):
            said = f"{how} of {attempt.endpoint.path} as {other.name} is answered {answer.status}"
            if (seen := watched.changed()) is not None:
                change, after = seen
                raise breach(rule, f"{said}, and is done: {change}", answer, after, watched.before)
            if 200 <= answer.status < 300 and any(value in answer.text for value in hidden):
                said = f"{said} with what is in the thing, which a plain GET does not show"
                raise breach(rule, said, answer, plain, watched.before)


def _ways(
    attempt: Attempt, other: Actor, verbs: Sequence[str], before: Response
) -> Iterator[tuple[str, Response]]:
    """Each request that is tried, as it is called, with its answer; those that delete come last."""
    content = _altered(before.json) if before.is_json else ABSENT
    for verb in sorted(verbs, key=lambda verb: verb == "DELETE"):
        yield verb, by_verb(attempt, verb, other, body=_body(verb, content))
    for verb in _DISGUISED:
        header = dict.fromkeys(_OVERRIDES, verb)
        for carrier in ("GET", "POST"):
            body = content if carrier == "POST" else ABSENT
            answer = by_verb(
                attempt, carrier, other, body=body, header=header, pairs={"_method": verb}
            )
            yield f"{carrier} as a {verb} in disguise", answer


def _body(verb: str, content: Json) -> Json:
    return content if verb in ("PUT", "PATCH", "POST") else ABSENT


def _altered(value: Json) -> Json:
    """The thing with other words in it."""
    match value:
        case Mapping():
            return {name: _altered(item) for name, item in value.items()}
        case list():
            return [_altered(item) for item in value]
        case str() if not _NAMES.fullmatch(value):
            return f"{value[:-1]}{'x' if value[-1:] != 'x' else 'y'}"
        case _:
            return value
