"""Rules about what a caller may do."""

from __future__ import annotations

from typing import Final

from specc.rules.rule import Rule

_API1 = "API1:2023"
_API5 = "API5:2023"
_CONTROL = "the entitled actor makes the same call, which succeeds, in the same test"

ACCESS: Final = (
    Rule(
        "bola.read",
        ("ownership",),
        "critical",
        639,
        _API1,
        "A stranger reads someone else's thing",
        "a stranger's answer holds what only the owner's thing has in it",
        _CONTROL,
        "Look things up by their id and their owner.",
    ),
    Rule(
        "bola.write",
        ("ownership",),
        "critical",
        639,
        _API1,
        "A stranger changes or deletes someone else's thing",
        "the owner reads the thing again: it has changed or gone, whatever the stranger was told",
        _CONTROL,
        "Check the owner before anything is written, not after.",
    ),
    Rule(
        "bola.body_reference",
        ("ownership",),
        "critical",
        639,
        _API1,
        "A reference in a body or query reaches someone else's thing",
        "a stranger names the owner's thing in a body or query: the owner's re-read differs, or "
        "the answer shows the thing",
        _CONTROL,
        "Check the owner of everything that a request refers to.",
    ),
    Rule(
        "bola.list",
        ("ownership",),
        "high",
        639,
        _API1,
        "A list shows a stranger's things",
        "the owner's new thing is in a stranger's list",
        "the owner's own list has it",
        "Filter lists by the caller in the query itself.",
    ),
    Rule(
        "bfla.matrix",
        ("roles",),
        "critical",
        285,
        _API5,
        "A role may do what it must not",
        "an actor of a role that `as` does not name is served, or changes the thing",
        _CONTROL,
        "Deny by default; name the roles of each route in one place.",
    ),
)
