"""A pair of services that differ by one flaw."""

from __future__ import annotations

import ssl
from importlib import import_module

import attrs

from specc.rules import Rule
from specc.selftest.asked import Respond


class NoTwinError(Exception):
    """A rule has no pair of services to show what it finds."""


@attrs.frozen(eq=False)
class Twin:
    """Two services of one spec, `flawed` and `fixed`.

    `spec` is the text of the spec; its one service is called `service` and its url is replaced.
    Both begin a service anew, with nothing in it. With `tls` they are served by https: the oldest
    versions that the two speak.
    """

    service: str
    spec: str
    flawed: Respond
    fixed: Respond
    tls: tuple[ssl.TLSVersion, ssl.TLSVersion] | None = None


def twin_of(rule: Rule) -> Twin:
    """The pair of a rule. Raises NoTwinError."""
    place = rule.twin or f"specc.selftest.twins.{rule.name.replace('.', '_')}:TWIN"
    module, _, name = place.partition(":")
    try:
        twin = getattr(import_module(module), name)
    except Exception as error:  # another package's, perhaps: it must not take us with it
        said = " ".join(str(error).split())
        raise NoTwinError(f"{place} could not be had: {type(error).__name__}: {said}") from error
    if not isinstance(twin, Twin):
        raise NoTwinError(f"{place} is no specc.selftest.twin.Twin")
    return twin
