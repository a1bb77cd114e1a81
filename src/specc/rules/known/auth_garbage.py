"""A made-up credential is accepted."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="auth.garbage",
    families=("authentication",),
    severity="critical",
    cwe=287,
    owasp="API2:2023",
    title="A made-up credential is accepted",
    why="A service that looks at a credential's form alone takes anyone's word for who they are.",
    needs="an endpoint that is not for everyone, and an actor with credentials",
    fails="the call with a random credential of the usual form is served",
    control="the entitled actor makes the same call, which succeeds, in the same test",
    example=Example(
        sent="GET /orders/7f3a\nAuthorization: Bearer q8Zk2mXw0pLr",
        answered='200 {"id": "7f3a", "total": 40}',
    ),
    remedy=(
        "Look credentials up, or verify their signature; a form that looks right proves nothing."
    ),
    applies="specc.plan.security.authentication:authentication",
    probe="specc.runtime.security.access:refuses_without_proof",
)
