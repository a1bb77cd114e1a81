"""Keep secrets out of everything that is shown: failures, reports, captured output.

What is secret is registered with `redact` the moment it is known. Text is redacted as a whole, as
the last step before it is shown, so that it does not matter by which way a secret got into it.
"""

import base64
import json
import re
from collections.abc import Iterable
from html import escape
from urllib.parse import quote, quote_plus

REDACTED = "[redacted]"

_SHORT = 4
"""Characters from which on a secret is looked for inside of words."""


class Redactor:
    """A set of secrets and what to show in their stead."""

    def __init__(self) -> None:
        self._labels: dict[str, str] = {}
        self._values: set[str] = set()

    def add(self, value: str, label: str = REDACTED) -> None:
        """Hide `value`, in every form in which it may turn up, behind `label`."""
        if value.strip():  # blanks are no secret, and they are everywhere
            self._values.add(value)
            for form in forms(value):
                # A label that names where the value comes from says more than one that does not.
                if self._labels.get(form, REDACTED) == REDACTED:
                    self._labels[form] = label

    def label(self, value: str) -> str | None:
        """What is shown for exactly this value, if it is a secret."""
        return self._labels.get(value)

    def is_plain(self, form: str) -> bool:
        """Whether this is a secret itself, and not just another way to write one."""
        return form in self._values

    def items(self) -> Iterable[tuple[str, str]]:
        """Each form of each secret, and what is shown for it."""
        return self._labels.copy().items()

    def __call__(self, text: str) -> str:
        """The text without the secrets."""
        return hide(text, self)


def labels_in(text: str, redactors: Iterable[Redactor]) -> dict[str, str]:
    """The forms of secrets that occur in a text, and what is shown for each."""
    found: dict[str, str] = {}
    for redactor in redactors:
        for form, label in redactor.items():
            if form in text and found.get(form, REDACTED) == REDACTED:
                found[form] = label
    return found


def hide(text: str, *redactors: Redactor) -> str:
    """The text without the secrets of several redactors; where they overlap, the longest goes."""
    labels = labels_in(text, redactors)
    if not labels:
        return text
    longest_first = sorted(labels, key=len, reverse=True)
    pattern = "|".join(
        _whole_word(form) if len(form) < _SHORT else re.escape(form) for form in longest_first
    )
    return re.sub(pattern, lambda found: labels[found.group()], text)


def _whole_word(form: str) -> str:
    # A secret as short as `x1` would eat letters out of every other word.
    return rf"(?<!\w){re.escape(form)}(?!\w)"


def forms(value: str) -> set[str]:
    """The value as it is, and as JSON, Python, URLs, HTML, shells and base64 write it."""
    raw = value.encode("utf-8", "surrogatepass")
    percent = quote(raw, safe="")
    plus = quote_plus(raw, safe="")
    found = {
        value,
        json.dumps(value)[1:-1],
        json.dumps(value, ensure_ascii=False)[1:-1],
        repr(value)[1:-1],
        repr(raw)[2:-1],
        percent,
        plus,
        quote(raw),
        re.sub("%..", lambda escaped: escaped.group().lower(), percent),
        re.sub("%..", lambda escaped: escaped.group().lower(), plus),
        escape(value),
        value.replace("'", "'\\''"),
        value.replace("'", "'\"'\"'"),
    }
    if len(raw) >= _SHORT:
        found |= {
            base64.b64encode(raw).decode(),
            base64.b64encode(raw).decode().rstrip("="),
            base64.urlsafe_b64encode(raw).decode().rstrip("="),
        }
    return found


_known = Redactor()


def redact(value: str, label: str = REDACTED) -> str:
    """Register a secret, such as a token that a log-in returned, and return it as it is."""
    _known.add(value, label)
    return value


def known() -> Redactor:
    """The secrets of this process."""
    return _known


def redacted(text: str) -> str:
    """The text without any secret that this process knows."""
    return hide(text, _known)
