"""A secret comes back."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="data.secret_value",
    families=("exposure",),
    severity="high",
    cwe=200,
    owasp="API3:2023",
    title="A secret comes back",
    why="What is in an answer is in logs, caches and browsers as well.",
    needs="a `secret` field in the body",
    fails="a secret that was planted in a request stands in the answer",
    control="the value is random, and made for this one call",
    example=Example(
        sent='POST /login {"email": "alice@example.com", "password": "wonderland"}',
        answered='401 {"title": "wonderland is not the password"}',
    ),
    remedy="Never repeat input that is secret, neither in answers nor in messages.",
    applies="specc.plan.security.exposure:exposure",
    probe="specc.runtime.security.secrets:keeps_secret",
)
