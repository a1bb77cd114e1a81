"""A token signed with an empty key is accepted."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="jwt.empty_key",
    families=("authentication", "jwt"),
    severity="critical",
    cwe=1391,
    owasp="API2:2023",
    title="A token signed with an empty key is accepted",
    why="A key that was never configured is one that everyone has.",
    needs="an endpoint that is not for everyone, and an actor whose credential is a JSON Web Token",
    fails="a token signed with no key at all is accepted",
    control="the entitled actor makes the same call, which succeeds, in the same test",
    example=Example(
        sent='GET /me\nAuthorization: Bearer {"alg": "HS256"}.{"sub": "alice"}.HMAC("")',
        answered='200 {"email": "alice@example.com"}',
    ),
    remedy="Refuse to start without a signing key.",
    applies="specc.plan.security.authentication:authentication",
    probe="specc.runtime.security.access:refuses_forged",
)
