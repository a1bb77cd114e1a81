"""Values that a spec leaves open until a run: from the environment, from chance, from the clock."""

import os
import re
import string
import uuid as _uuid
from datetime import UTC, datetime
from pathlib import Path

from specc.runtime import seed, spec_text
from specc.runtime.absent import ABSENT, Absent
from specc.runtime.redaction import redact

_ALIKE = (string.ascii_lowercase, string.ascii_uppercase, string.digits)
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that people confuse; safe in names of any kind


class UnsetError(LookupError):
    """A variable that a suite needs is neither set nor has a default."""

    def __str__(self) -> str:
        return str(self.args[0])


class EnvText(str):
    """Text that was taken from, or may be set by, the environment variable `variable`.

    `default` is what the spec says in case it is not set: it is the spec's own word, and a host in
    it is one that the spec names.
    """

    variable: str
    default: str | None

    def __new__(cls, text: str, variable: str, default: str | None) -> "EnvText":
        made = super().__new__(cls, text)
        made.variable = variable
        made.default = default
        return made


def env(name: str, default: str | Absent = ABSENT) -> EnvText:
    """The environment variable's value, or the default. Raises UnsetError if there is neither."""
    fallback = None if default is ABSENT else default
    value = os.environ.get(name, fallback)
    if value is None:
        raise UnsetError(
            f"the environment variable {name} is not set, and the spec gives it no default"
        )
    return EnvText(value, name, fallback)


def secret(name: str, spec: Path) -> str:
    """A secret: the environment variable's value, or the default that the spec file gives.

    The default is read from the spec when it is needed, so that no generated file ever holds it.
    Whatever the value is, reports show `$NAME`. Raises UnsetError where there is neither.
    """
    spec_text.look_in(spec.parent)
    value = os.environ.get(name)
    if value is None:
        value = spec_text.secret_default(spec, name)
    if value is None:
        why = "gives it no default" if spec.is_file() else "is not there to give a default"
        raise UnsetError(f"the secret {name} is not set: export {name}=..., for {spec} {why}")
    return redact(value, f"${name}")


def unique(prefix: str = "") -> str:
    """`prefix-x7k2m9qd`: text that no other run, worker or call has made.

    Lower-case letters and digits, at most 63 characters: a valid part of host names and addresses.
    """
    drawn = seed.source().choices(_LETTERS, k=9)
    token = "".join(drawn)
    return f"{prefix[: 62 - len(token)]}-{token}" if prefix else f"x{token}"


def unique_like(text: str, *patterns: str) -> str:
    """A text that the patterns accept, as they do `text`, with other letters and digits by chance.

    A letter or digit that the patterns do not let go is kept.
    """
    found = list(text)
    source = seed.source()
    for at, char in enumerate(text):
        alphabet = next((item for item in _ALIKE if char in item), "")
        if not alphabet:
            continue
        found[at] = source.choice(alphabet)
        changed = "".join(found)
        if not all(re.search(pattern, changed) for pattern in patterns):
            found[at] = char
    return "".join(found)


def uuid() -> str:
    """A random UUID (version 4), as text."""
    return str(_uuid.UUID(int=seed.source().getrandbits(128), version=4))


def random_uuid() -> str:
    """An id that nothing has: the same as `uuid`, said where the id is meant to be unknown."""
    return uuid()


def now() -> str:
    """The time, in UTC and to the microsecond, as RFC 3339 text."""
    return datetime.now(UTC).isoformat().replace("+00:00", "Z")
