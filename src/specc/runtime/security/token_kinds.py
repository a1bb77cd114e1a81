"""Whether a token that is for something else is taken for the one that is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from specc.runtime.actor import Actor
from specc.runtime.json_text import Json
from specc.runtime.paths import parse
from specc.runtime.security.access import refused
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import inconclusive, not_applicable, succeeded, told
from specc.runtime.security.identities import with_token
from specc.runtime.sensitive import is_sensitive


def takes_one_kind(
    rule: str,
    attempt: Attempt,
    *,
    log_in: Attempt,
    own: str,
    others: Sequence[str],
) -> None:
    """The other tokens that a log-in gives open nothing that its `own` one does. Raises Broken.

    `own` and `others` are their places in its answer.
    """
    __tracebackhide__ = True
    log_in.body = attempt.actor.entered.get(log_in.endpoint.name, log_in.body)
    session = log_in.send()
    if not succeeded(session) or not session.is_json:
        inconclusive(f"{told(session)}: there is no token to try")
    used = _presented(attempt.actor)
    real = _at(session.json, own)
    made = [
        (f"with what the log-in gives at `{place}`", with_token(attempt.actor, used, text))
        for place in others
        if isinstance(text := _at(session.json, place), str) and text and text != real
    ]
    if not made or not used:
        not_applicable("the log-in gives one kind of token only")
    refused(rule, attempt, made, None)


def _presented(actor: Actor) -> str:
    """The token that an actor sends; empty if it sends none."""
    headers, cookies = actor.credentials
    for name, value in headers.items():
        if name.lower() == "authorization":
            return value.rpartition(" ")[2]
    sent = [value for name, value in headers.items() if is_sensitive(name)]
    return next(iter((*sent, *cookies.values())), "")


def _at(value: Json, place: str) -> Json:
    for step in parse(place):
        try:
            value = value[step]
        except (LookupError, TypeError):
            return None
    return value
