"""An answer holds fields that nobody declared."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="data.undeclared_field",
    families=("exposure",),
    severity="medium",
    cwe=213,
    owasp="API3:2023",
    title="An answer holds fields that nobody declared",
    why=(
        "A record that is serialised whole shows password hashes, internal notes and "
        "other people's data."
    ),
    fails="the answer of a valid call has a field that its closed contract does not name",
    control="the contract is the spec's own",
    example=Example(
        sent="GET /users/7 (the contract has id and name)",
        answered='200 {"id": 7, "name": "Alice", "password_hash": "$2b$12$..."}',
    ),
    remedy="Build answers from named fields; never serialise whole records.",
    applies="specc.plan.security.exposure:exposure",
    probe="specc.runtime.security.undeclared:shows_only_declared",
)
