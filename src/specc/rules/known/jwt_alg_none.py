"""An unsigned token is accepted."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="jwt.alg_none",
    families=("authentication", "jwt"),
    severity="critical",
    cwe=347,
    owasp="API2:2023",
    title="An unsigned token is accepted",
    why="A library that trusts the token's own header lets its bearer switch the signature off.",
    needs="an endpoint that is not for everyone, and an actor whose credential is a JSON Web Token",
    fails="a token whose header says `none`, in any spelling, is accepted without a signature",
    control="the entitled actor makes the same call, which succeeds, in the same test",
    example=Example(
        sent='GET /me\nAuthorization: Bearer {"alg": "none"}.{"sub": "alice"}.',
        answered='200 {"email": "alice@example.com"}',
    ),
    remedy="Name the algorithms that are allowed; do not take the token's word for it.",
    applies="specc.plan.security.authentication:authentication",
    probe="specc.runtime.security.access:refuses_forged",
)
