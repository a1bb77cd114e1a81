"""An expired token is accepted."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="jwt.expired",
    families=("authentication", "jwt"),
    severity="high",
    cwe=613,
    owasp="API2:2023",
    title="An expired token is accepted",
    why="A token that was stolen long ago, or that its owner gave up, opens the door for ever.",
    needs="an endpoint that is not for everyone, and an actor whose credential is a JSON Web Token",
    fails="a token that expired an hour ago, signed with the guessed key, is accepted",
    control="the entitled actor makes the same call, which succeeds, in the same test",
    example=Example(
        sent='GET /me\nAuthorization: Bearer HEADER.{"sub": "alice", "exp": AN HOUR AGO}.SIGNATURE',
        answered='200 {"email": "alice@example.com"}',
    ),
    remedy="Check `exp` of every token.",
    applies="specc.plan.security.authentication:authentication",
    probe="specc.runtime.security.access:refuses_forged",
)
