"""A client sets fields that are the server's."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="mass_assignment",
    families=("exposure", "mass_assignment"),
    severity="high",
    cwe=915,
    owasp="API3:2023",
    title="A client sets fields that are the server's",
    why=(
        "A body that is bound to a record as a whole lets its sender set roles, owners "
        "and balances."
    ),
    needs="an endpoint that `creates` or `updates` a thing from a body",
    fails="a field that the client may not set is read back with the value that it sent",
    control="the same call without the field reads back another value",
    example=Example(
        sent='PATCH /me {"name": "Bob", "role": "admin"}\nGET /me',
        answered='200 {"name": "Bob"}\n200 {"name": "Bob", "role": "admin"}',
    ),
    remedy="Copy the fields that a client may set by name; never bind whole objects.",
    applies="specc.plan.security.mass_assignment:mass_assignment",
    probe="specc.runtime.security.assignment:sets_only_its_own",
)
