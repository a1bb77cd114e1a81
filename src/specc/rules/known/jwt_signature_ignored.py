"""A token's signature is not verified."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="jwt.signature_ignored",
    families=("authentication", "jwt"),
    severity="critical",
    cwe=347,
    owasp="API2:2023",
    title="A token's signature is not verified",
    why="Claims that nobody verifies are whatever the client writes: another user, another role.",
    needs="an endpoint that is not for everyone, and an actor whose credential is a JSON Web Token",
    fails="a token whose signature was altered or cut off is accepted",
    control="the entitled actor makes the same call, which succeeds, in the same test",
    example=Example(
        sent='GET /me\nAuthorization: Bearer HEADER.{"sub": "alice"}.AAAA',
        answered='200 {"email": "alice@example.com"}',
    ),
    remedy="Verify the signature of every token with a fixed key and algorithm.",
    applies="specc.plan.security.authentication:authentication",
    probe="specc.runtime.security.access:refuses_forged",
)
