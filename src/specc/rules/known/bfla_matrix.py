"""A role may do what it must not."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="bfla.matrix",
    families=("roles",),
    severity="critical",
    cwe=285,
    owasp="API5:2023",
    title="A role may do what it must not",
    why="An address that is left out of the menu is still there for whoever types it.",
    needs="an endpoint that is not for everyone, and an actor of a role that it is not for",
    fails="an actor of a role that `as` does not name is served, or changes the thing",
    control="the entitled actor makes the same call, which succeeds, in the same test",
    example=Example(
        sent="GET /admin/users (as bob, who is a customer)",
        answered='200 {"users": [{"email": "alice@example.com"}]}',
    ),
    remedy="Deny by default; name the roles of each route in one place.",
    applies="specc.plan.security.roles:roles",
    probe="specc.runtime.security.access:refuses_intruder",
)
