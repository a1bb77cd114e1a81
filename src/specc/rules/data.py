"""Rules about the data that goes in and comes out."""

from __future__ import annotations

from typing import Final

from specc.rules.rule import Rule

_API3 = "API3:2023"

DATA: Final = (
    Rule(
        "mass_assignment",
        ("exposure", "mass_assignment"),
        "high",
        915,
        _API3,
        "A client sets fields that are the server's",
        "a field that the client may not set is read back with the value that it sent",
        "the same call without the field reads back another value",
        "Copy the fields that a client may set by name; never bind whole objects.",
    ),
    Rule(
        "data.secret_value",
        ("exposure",),
        "high",
        200,
        _API3,
        "A secret comes back",
        "a secret that was planted in a request stands in the answer",
        "the value is random, and made for this one call",
        "Never repeat input that is secret, neither in answers nor in messages.",
    ),
    Rule(
        "data.undeclared_field",
        ("exposure",),
        "medium",
        213,
        _API3,
        "An answer holds fields that nobody declared",
        "the answer of a valid call has a field that its closed contract does not name",
        "the contract is the spec's own",
        "Build answers from named fields; never serialise whole records.",
        elsewhere="put to the test by `conforms` of each endpoint, whose contracts are closed",
    ),
    Rule(
        "error.disclosure",
        ("exposure", "errors"),
        "medium",
        209,
        "API8:2023",
        "An error tells of the inside",
        "odd input brings out a stack trace, a database's message or a path of the server",
        "the answer to valid input has none of it",
        "Answer errors with a fixed text, and log the rest.",
    ),
)
