"""Checks of who may do what. Every refusal has a control: the entitled actor gets through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specc.runtime.actor import Actor
from specc.runtime.endpoint import Endpoint
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import (
    breach,
    inconclusive,
    not_applicable,
    succeeded,
    told,
)
from specc.runtime.security.identities import imposters, with_token
from specc.runtime.security.judging import Watched, alike, telling
from specc.runtime.security.liveness import still_known
from specc.runtime.security.log_ins import log_ins
from specc.runtime.security.own_keys import with_own_key, with_public_key
from specc.runtime.security.tokens import forged, token_of


def refuses_without_proof(rule: str, attempt: Attempt, *, reread: Attempt | None = None) -> None:
    """Who has no credential, a malformed one or a made-up one, is refused. Raises Broken."""
    __tracebackhide__ = True
    others = imposters(attempt.actor, rule)
    if not others:
        not_applicable(f"{attempt.actor.name} has no credential that could be altered")
    how = {
        "auth.missing": "without credentials",
        "auth.malformed": "with a malformed credential",
        "auth.garbage": "with a made-up credential",
    }[rule]
    refused(rule, attempt, [(how, other) for other in others], reread)


def refuses_forged(rule: str, attempt: Attempt, *, reread: Attempt | None = None) -> None:
    """A token that the service has not signed is refused. Raises Broken."""
    __tracebackhide__ = True
    token = token_of(attempt.actor, attempt.endpoint.service.name, *_words(attempt.endpoint))
    if token is None:
        not_applicable(f"the credential of {attempt.actor.name} is no JSON Web Token")
    if rule == "jwt.weak_secret":
        control = attempt.send()
        if token.guessed() is not None:
            said = "tokens are signed with a key that stands in a short list of usual ones"
            raise breach(rule, said, control)
        return
    match rule:
        case "jwt.key_confusion":
            made = list(with_public_key(token, attempt.endpoint.service))
        case "jwt.header_key":
            made = list(with_own_key(rule, token, attempt))
        case _:
            made = list(forged(token, rule))
    if not made:
        not_applicable("it takes a key that is public, or one that could be guessed")
    others = [
        (f"with a token {what}", with_token(attempt.actor, token.text, text)) for what, text in made
    ]
    refused(rule, attempt, others, reread)


def _words(endpoint: Endpoint) -> list[str]:
    """What the service is about, as the fixed parts of its paths say."""
    paths = [each.path for each in endpoint.service.endpoints.values()]
    parts = [part for path in paths for part in path.split("/") if part.isalpha()]
    return list(dict.fromkeys(parts))[:20]


def refuses_intruder(
    rule: str,
    attempt: Attempt,
    *,
    intruder: Actor,
    reread: Attempt | None = None,
    alive: Attempt | None = None,
) -> None:
    """Another actor, who is known but not entitled, is refused. Raises Broken.

    `alive` is a call that the intruder may make: it shows that it was refused here, not everywhere.
    """
    __tracebackhide__ = True
    answers = refused(rule, attempt, [(f"as {intruder.name}", intruder)], reread)
    still_known(intruder, answers, alive)


def refused(
    rule: str,
    attempt: Attempt,
    others: Sequence[tuple[str, Actor]],
    reread: Attempt | None,
) -> list[Response]:
    """Nobody of them changes the thing, or is answered as the entitled actor is, who comes last.

    Returns what they are answered.
    """
    __tracebackhide__ = True
    name = attempt.endpoint.name
    watched = Watched.by(reread) if reread is not None else None
    holders = [attempt.actor, *([] if reread is None else [reread.actor])]
    doors = log_ins(*holders, endpoint=attempt.endpoint)
    answers: list[tuple[str, Response]] = []
    for how, other in others:
        answer = attempt.send(other)
        answers.append((how, answer))
        if watched is not None and (seen := watched.changed()) is not None:
            change, after = seen
            said = f"{name} {how} is answered {answer.status}, and is done all the same: {change}"
            raise breach(rule, said, answer, after, watched.before)
        for door in doors:
            if (refusal := door.works()) is not None:
                said = (
                    f"{name} {how} is answered {answer.status}, and is done all the same: "
                    f"{door.actor.name} can no longer log in"
                )
                raise breach(rule, said, answer, refusal)
    control = attempt.send()
    for how, answer in answers:
        if succeeded(control):
            shared = telling(control.json, attempt) if control.is_json else set()
            served = alike(answer, control) or (
                rule == "bola.read"
                and 200 <= answer.status < 300
                and any(value in answer.text for value in shared)
            )
        else:
            # The intruder's success may be what keeps the entitled actor from repeating it.
            served = alike(answer, answer) and answer.status in attempt.endpoint.promises
        if served:
            said = f"{name} {how} is answered {answer.status}, as {attempt.actor.name} is"
            raise breach(rule, said, answer, control)
    if not succeeded(control):
        inconclusive(f"{told(control)}: not even the entitled actor gets through")
    if watched is None and not doors and attempt.endpoint.method not in ("GET", "HEAD"):
        for how, answer in answers:
            if 200 <= answer.status < 300:
                inconclusive(
                    f"{name} {how} is answered {answer.status} with nothing in it, and nothing "
                    "shows whether it was done"
                )
    for how, answer in answers:
        if answer.status == 429:
            inconclusive(f"{name} {how} is answered 429: so many attempts are not allowed")
    return [answer for _, answer in answers]


def reaches_only_own(
    rule: str,
    attempt: Attempt,
    *,
    intruder: Actor,
    reread: Attempt,
    alive: Attempt | None = None,
) -> None:
    """Who refers to somebody else's thing neither changes nor sees it. Raises Broken."""
    __tracebackhide__ = True
    watched = Watched.by(reread)
    answer = attempt.send(intruder)
    name = attempt.endpoint.name
    if (seen := watched.changed()) is not None:
        change, after = seen
        said = f"{name} as {intruder.name} is answered {answer.status} and reaches it: {change}"
        raise breach(rule, said, answer, after, watched.before)
    canaries = telling(watched.before.json, attempt) if watched.before.is_json else set()
    if 200 <= answer.status < 300 and any(value in answer.text for value in canaries):
        said = f"{name} shows {intruder.name} what is in {attempt.actor.name}'s thing"
        raise breach(rule, said, answer, watched.before)
    control = attempt.send()
    if not succeeded(control):
        inconclusive(f"{told(control)}: not even the owner gets through")
    still_known(intruder, [answer], alive)


def lists_only_own(rule: str, attempt: Attempt, *, intruder: Actor, canary: Json, key: str) -> None:
    """A stranger's list does not have the owner's new thing, which the owner's has. Raises Broken.

    The thing is known by its `canary`, the value of its field `key`.
    """
    __tracebackhide__ = True
    answer = attempt.send(intruder)
    control = attempt.send()
    if answer.is_json and succeeded(answer) and _has(answer.json, key, canary):
        said = f"{attempt.endpoint.name} shows {intruder.name} a thing of {attempt.actor.name}'s"
        raise breach(rule, said, answer, control)
    if not succeeded(control) or not control.is_json or not _has(control.json, key, canary):
        inconclusive(f"{attempt.actor.name}'s own list does not show the new thing at once")
    if not succeeded(answer):
        inconclusive(f"{told(answer)}: a stranger may ask for a list, and does not get one")


def _has(value: Json, key: str, canary: Json) -> bool:
    """Whether an object in a value has the canary at a key."""
    match value:
        case Mapping():
            return value.get(key) == canary or any(
                _has(item, key, canary) for item in value.values()
            )
        case list():
            return any(item == canary or _has(item, key, canary) for item in value)
        case _:
            return False
