"""Credentials that nobody was given, of the shape of those that somebody was."""

from __future__ import annotations

import base64
import binascii
import string

from specc.runtime.actor import Actor


def forged(actor: Actor) -> Actor:
    """Another actor that presents made-up credentials in place of an actor's own."""
    return actor.presenting(made_up)


def made_up(credential: str) -> str:
    """A credential of the same form that is another one. A scheme such as `Bearer` stays."""
    scheme, gap, rest = credential.rpartition(" ")
    if scheme.lower() == "basic":
        try:
            pair = base64.b64decode(rest, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            pair = ""
        if pair:
            # Another user: who guesses often at one's password locks that one out.
            return f"{scheme} {base64.b64encode(_other(pair).encode()).decode()}"
    return f"{scheme}{gap}{_other(rest)}"


def _other(text: str) -> str:
    return text.translate(_NEXT)


_NEXT = {
    ord(here): after
    for chars in (string.ascii_lowercase, string.ascii_uppercase, string.digits)
    for here, after in zip(chars, chars[1:] + chars[0], strict=True)
}
