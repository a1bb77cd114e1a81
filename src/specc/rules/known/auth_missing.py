"""A protected call is served without credentials."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="auth.missing",
    families=("authentication",),
    severity="critical",
    cwe=306,
    owasp="API2:2023",
    title="A protected call is served without credentials",
    why="Whoever finds the address reads or changes what is meant for people who are known.",
    needs="an endpoint that is not for everyone, and an actor with credentials",
    fails=(
        "the call without credentials is answered as its entitled caller is, or changes the thing"
    ),
    control="the entitled actor makes the same call, which succeeds, in the same test",
    example=Example(
        sent="GET /orders/7f3a (without Authorization)", answered='200 {"id": "7f3a", "total": 40}'
    ),
    remedy="Check credentials before anything else, on every route that is not public.",
    applies="specc.plan.security.authentication:authentication",
    probe="specc.runtime.security.access:refuses_without_proof",
)
