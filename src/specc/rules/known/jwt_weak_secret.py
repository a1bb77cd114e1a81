"""Tokens are signed with a key that can be guessed."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="jwt.weak_secret",
    families=("authentication", "jwt"),
    severity="critical",
    cwe=1391,
    owasp="API2:2023",
    title="Tokens are signed with a key that can be guessed",
    why="Who has one token tries out keys at home, and then signs tokens for any account.",
    needs=(
        "the first endpoint that is not for everyone, and an actor whose credential is a "
        "JSON Web Token"
    ),
    fails="a key of a short list of usual ones signs as the service does",
    control="the signature of a real token is recomputed; nothing is sent",
    example=Example(
        sent='POST /login {"email": "alice@example.com", "password": "..."}',
        answered='200 {"token": "HEADER.CLAIMS.HMAC(\\"changeme\\")"}',
    ),
    remedy="Sign with a random key of at least 256 bits, kept out of the source.",
    applies="specc.plan.security.authentication:authentication",
    probe="specc.runtime.security.access:refuses_forged",
)
