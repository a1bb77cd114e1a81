"""Whether a secret may be guessed at without an end, and whether one is anybody's guess."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from specc.runtime import seed
from specc.runtime.exchange import Response
from specc.runtime.redaction import redact
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, succeeded, told
from specc.runtime.security.identities import shaped
from specc.runtime.security.judging import alike
from specc.runtime.values import unique

_STOPS = (423, 429)
_SLOWER = 0.5
"""Seconds by which later answers are slower where guesses are held up."""

_PAIRS = (
    ("admin", "admin"),
    ("admin", "password"),
    ("admin", "admin123"),
    ("admin", "123456"),
    ("admin", "changeme"),
    ("admin", ""),
    ("administrator", "administrator"),
    ("root", "root"),
    ("root", "toor"),
    ("root", "password"),
    ("test", "test"),
    ("guest", "guest"),
    ("user", "user"),
    ("user", "password"),
    ("demo", "demo"),
    ("service", "service"),
    ("postgres", "postgres"),
    ("admin", "secret"),
)
"""Names and passwords that software comes with."""


def ends_guesses(
    rule: str, attempt: Attempt, *, secret: str, count: int, once: bool = False
) -> None:
    """After `count` wrong values of `secret` in a row, the right one is of no use. Raises Broken.

    Nothing is wrong where a guess is answered 423 or 429 before, unless a header of another client
    makes that end. The attempt is that of a throw-away account, which may be locked by it. If the
    right value works `once`, it is not tried before.
    """
    __tracebackhide__ = True
    if not once and not succeeded(control := attempt.send()):
        inconclusive(f"{told(control)}, with the right `{secret}`")
    first: Response | None = None
    times: list[float] = []
    for number in range(count):
        answer = _guess(attempt, secret)
        times.append(float(answer.elapsed))
        if answer.status in _STOPS:
            _passed_by(rule, attempt, secret, answer, number)
            return
        if succeeded(answer):
            inconclusive(f"{told(answer)} with a wrong `{secret}`")
        first = first or answer
        if number >= 10 and median(times[-5:]) > median(times[:5]) + _SLOWER:
            return  # later guesses are held up
    right = attempt.send()
    if succeeded(right):
        said = f"{count} wrong values of `{secret}` in a row change nothing: the right one gets in"
        raise breach(rule, said, right, *filter(None, (first,)), where=f"body.{secret}")
    if once:
        inconclusive(
            f"no guess of {count} is answered 429 or 423, but {told(right)} with the right value, "
            "too: it may have been withdrawn, or not be the right one"
        )


def _passed_by(rule: str, attempt: Attempt, secret: str, stopped: Response, after: int) -> None:
    """Raise Broken if whoever says that they are another client may go on."""
    __tracebackhide__ = True
    source = seed.source()
    for name in ("X-Forwarded-For", "X-Real-IP"):
        answers = []
        for _ in range(3):
            address = (
                f"10.{source.randrange(256)}.{source.randrange(256)}.{source.randrange(1, 255)}"
            )
            answers.append(_guess(attempt, secret, {name: address}))
        plain = _guess(attempt, secret)
        if plain.status in _STOPS and all(
            400 <= each.status < 500 and each.status not in _STOPS for each in answers
        ):
            said = f"the limit after {after} guesses is passed by with a made-up `{name}`"
            raise breach(rule, said, answers[0], plain, stopped, where=f"body.{secret}")


def _guess(attempt: Attempt, secret: str, header: Mapping[str, str] | None = None) -> Response:
    value = attempt.value_at(f"body.{secret}")
    text = str(value) if isinstance(value, str | int) else unique()
    wrong: Any = redact(shaped(text))
    if isinstance(value, int) and not isinstance(value, bool):
        wrong = int(wrong) if wrong.isdecimal() else value + 1
    return attempt.send(put={f"body.{secret}": wrong}, header=header or {})


def knows_no_default(
    rule: str, attempt: Attempt, *, account: str, secret: str, known: Sequence[str] = ()
) -> None:
    """No name and password that software comes with gets in. Raises Broken.

    `known` are the accounts of the spec's own actors, which are not tried.
    """
    __tracebackhide__ = True
    control = attempt.send()
    if not succeeded(control):
        inconclusive(f"{told(control)}, with the right secret")
    usual = str(attempt.value_at(f"body.{account}") or "")
    tried = 0
    for name, password in _PAIRS:
        for full in _forms(name, usual):
            if full in known or full == usual:
                continue
            put = {f"body.{account}": full, f"body.{secret}": password}
            answer = attempt.send(put=put)
            if answer.status in _STOPS:
                inconclusive(f"after {tried} pairs, {told(answer)}")
            tried += 1
            if not (succeeded(answer) and alike(answer, control)):
                continue
            wrong = redact(f"Zq7-{unique()}")
            refused = attempt.send(put={f"body.{account}": full, f"body.{secret}": wrong})
            if not succeeded(refused):
                said = f"the account `{full}` lets in whoever tries what everyone knows"
                raise breach(rule, said, answer, refused, where=f"body.{account}")


def _forms(name: str, usual: str) -> list[str]:
    """The name as accounts of the service are written: as addresses where the usual one is."""
    if "@" not in usual:
        return [name]
    domains = dict.fromkeys([usual.partition("@")[2], "example.com", "localhost"])
    return [f"{name}@{domain}" for domain in domains]
