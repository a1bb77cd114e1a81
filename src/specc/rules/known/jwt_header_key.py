"""A token may bring its own key."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="jwt.header_key",
    families=("authentication", "jwt"),
    severity="high",
    cwe=347,
    owasp="API2:2023",
    title="A token may bring its own key",
    why="A key that the token chooses is the attacker's own.",
    needs="an endpoint that is not for everyone, and an actor whose credential is a JSON Web Token",
    fails=(
        "a token is accepted that is signed with the key in its own `jwk`, or chosen by its `kid`"
    ),
    control="the entitled actor makes the same call, which succeeds, in the same test",
    example=Example(
        sent=(
            "GET /me\n"
            'Authorization: Bearer {"alg": "HS256", "jwk": {"k": "mine"}}'
            '.{"sub": "alice"}.HMAC("mine")'
        ),
        answered='200 {"email": "alice@example.com"}',
    ),
    remedy="Take keys from your own configuration; look `kid` up in it, and nowhere else.",
    applies="specc.plan.security.authentication:authentication",
    probe="specc.runtime.security.access:refuses_forged",
)
