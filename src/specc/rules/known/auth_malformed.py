"""A malformed credential is taken for a valid one."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="auth.malformed",
    families=("authentication",),
    severity="critical",
    cwe=287,
    owasp="API2:2023",
    title="A malformed credential is taken for a valid one",
    why="Code that cannot parse a credential, and goes on all the same, often goes on as somebody.",
    needs="an endpoint that is not for everyone, and an actor with credentials",
    fails="the call with a credential that is empty or cut off is served",
    control="the entitled actor makes the same call, which succeeds, in the same test",
    example=Example(
        sent="GET /orders/7f3a\nAuthorization: Bearer null",
        answered='200 {"id": "7f3a", "total": 40}',
    ),
    remedy="Refuse whatever cannot be parsed; never fall back to a default identity.",
    applies="specc.plan.security.authentication:authentication",
    probe="specc.runtime.security.access:refuses_without_proof",
)
