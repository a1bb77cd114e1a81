"""One security rule, as people, reports and the compiler know it."""

from __future__ import annotations

import re
from typing import Any, Final, Literal, TypeAlias, get_args

import attrs

Severity: TypeAlias = Literal["low", "medium", "high", "critical"]

SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
"""From the mildest to the worst."""

_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")
_OBJECT = re.compile(r"([A-Za-z_]\w*(\.[A-Za-z_]\w*)*:[A-Za-z_]\w*)?", re.ASCII)
_CATEGORY = re.compile(r"(API([1-9]|10):2023)?")


def _fits(pattern: re.Pattern[str], what: str) -> Any:
    def check(_rule: object, attribute: attrs.Attribute[str], value: object) -> None:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise ValueError(f"{attribute.name} is {what}, not {value!r}")

    return check


def _are_names(_rule: object, attribute: attrs.Attribute[tuple[str, ...]], value: object) -> None:
    if not isinstance(value, tuple) or not all(
        isinstance(item, str) and _NAME.fullmatch(item) for item in value
    ):
        raise ValueError(f"{attribute.name} is a tuple of names, not {value!r}")


_is_object = _fits(_OBJECT, "`module:function` of a package")


@attrs.frozen
class Example:
    """What a request that breaks the rule looks like, and what it is answered; a line each."""

    sent: str
    answered: str


@attrs.frozen(kw_only=True)
class Rule:
    """A rule is all of this, in a file of its own.

    Raises ValueError where a name, a level or a place of code is none.
    """

    name: str = attrs.field(validator=_fits(_NAME, "lower-case words with dots between them"))
    families: tuple[str, ...] = attrs.field(validator=_are_names)
    """The words of a spec that select it, besides its name and `everything`."""
    kind: str = ""
    """What stands after `injection` to select it; empty where nothing does."""
    severity: Severity = attrs.field(validator=attrs.validators.in_(SEVERITIES))
    cwe: int = attrs.field(validator=attrs.validators.instance_of(int))
    owasp: str = attrs.field(default="", validator=_fits(_CATEGORY, "such as API1:2023, or empty"))
    """A category of the API Security Top 10 of 2023; empty where none has it."""
    title: str = attrs.field(validator=attrs.validators.min_len(1))
    """What it is, as a sentence without its full stop."""
    opt_in: bool = False
    """Whether a spec has to name it, or a family of its, because it asks much of a service or may
    lock accounts: `everything` does not select it."""
    why: str = ""
    """Why that is bad."""
    needs: str = ""
    """What a spec has to have for it to apply, as what comes after "it takes"."""
    fails: str = ""
    """When the rule is broken: its oracle."""
    control: str = ""
    """What keeps it from a false alarm."""
    example: Example | None = None
    remedy: str = ""
    applies: str = attrs.field(default="", validator=_is_object)
    """The function that plans it: from `Recipes` and an endpoint to probes."""
    probe: str = attrs.field(default="", validator=_is_object)
    """The check that a suite calls; one that is not of `specc.runtime.security` is imported."""
    twin: str = attrs.field(default="", validator=_is_object)
    """The service that shows it, if it is not in `specc.selftest.twins` by the rule's name."""
    elsewhere: str = ""
    """Why no test of its own is needed: what puts it to the test already."""
