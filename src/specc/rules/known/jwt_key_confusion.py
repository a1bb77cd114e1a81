"""A public key is taken for a shared one."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="jwt.key_confusion",
    families=("authentication", "jwt"),
    severity="critical",
    cwe=347,
    owasp="API2:2023",
    title="A public key is taken for a shared one",
    why="Everyone has the public key; where it serves as a shared secret, everyone signs.",
    needs="an endpoint that is not for everyone, and an actor whose credential is a JSON Web Token",
    fails="a token signed by HS256 with the service's public key as the secret is accepted",
    control="the entitled actor makes the same call, which succeeds, in the same test",
    example=Example(
        sent='GET /me\nAuthorization: Bearer {"alg": "HS256"}.{"sub": "alice"}.HMAC(PUBLIC KEY)',
        answered='200 {"email": "alice@example.com"}',
    ),
    remedy="Tie each key to one algorithm.",
    applies="specc.plan.security.authentication:authentication",
    probe="specc.runtime.security.access:refuses_forged",
)
