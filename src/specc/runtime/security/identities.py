"""Actors that are not who they say they are."""

from __future__ import annotations

import base64
import binascii
import re
import string

from specc.runtime import seed
from specc.runtime.actor import Actor, anonymous
from specc.runtime.sensitive import is_sensitive

_WORDS = (string.ascii_lowercase, string.ascii_uppercase, string.digits)
_HEX = ("abcdef", "ABCDEF", string.digits)
_PREFIX = re.compile(r"(?:[A-Za-z]{1,8}_)+")
_RUN = re.compile(r"[A-Za-z0-9]+")
_HEX_RUN = re.compile(r"[0-9a-f]{8,}|[0-9A-F]{8,}")


def imposters(actor: Actor, rule: str) -> list[Actor]:
    """Actors with the credentials of a rule: none at all, malformed ones, or made-up ones.

    Empty where the actor has no credential that could be altered.
    """
    if rule == "auth.missing":
        return [anonymous]
    values = _malformed if rule == "auth.malformed" else _made_up
    headers, cookies = actor.credentials
    proofs = {name for name in headers if is_sensitive(name)} or set(headers)
    if not proofs and not cookies:
        return []
    made: list[Actor] = []
    for number in range(len(values("x y"))):
        other = Actor(f"an imposter of {actor.name}")
        for name, value in headers.items():
            other.header(name, values(value)[number] if name in proofs else value)
        for name, value in cookies.items():
            other.cookie(name, values(value)[number])
        made.append(other)
    return made


def with_token(actor: Actor, old: str, new: str) -> Actor:
    """The actor with another token in place of its own."""
    other = Actor(f"an imposter of {actor.name}")
    headers, cookies = actor.credentials
    for name, value in headers.items():
        other.header(name, value.replace(old, new))
    for name, value in cookies.items():
        other.cookie(name, value.replace(old, new))
    return other


def _malformed(value: str) -> tuple[str, ...]:
    scheme, space, token = value.rpartition(" ")
    half = token[: max(1, len(token) // 2)]
    return f"{scheme}{space}null", f"{scheme}{space}{half}", f"{scheme}{space}undefined"


def _made_up(value: str) -> tuple[str, ...]:
    """The same form with other characters."""
    scheme, space, token = value.rpartition(" ")
    if scheme.lower() == "basic":
        try:
            pair = base64.b64decode(token, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            pair = ""
        user, colon, password = pair.partition(":")
        if colon:
            forged = f"{user}:{shaped(password)}"
            return (f"{scheme}{space}{base64.b64encode(forged.encode()).decode()}",)
    return (f"{scheme}{space}{shaped(token)}",)


def shaped(text: str) -> str:
    """Random text with letters where there were letters, and digits where there were digits.

    What was hexadecimal stays so, and so do words in front of it (`sk_live_`).
    """
    source = seed.source()

    def other(run: re.Match[str]) -> str:
        kinds = _HEX if _HEX_RUN.fullmatch(run[0]) else _WORDS
        return "".join(
            source.choice(next((words for words in kinds if char in words), char))
            for char in run[0]
        )

    kept = _PREFIX.match(text)
    start = kept[0] if kept else ""
    made = start + _RUN.sub(other, text[len(start) :])
    return made if made != text else f"{made}x"
