"""A login tells which accounts exist."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="auth.enumeration",
    families=("authentication",),
    severity="medium",
    cwe=204,
    owasp="API2:2023",
    title="A login tells which accounts exist",
    why=(
        "Who knows which accounts exist tries passwords on those alone, and writes to their owners."
    ),
    needs="a log-in: open to everyone, with a secret and an account in its body, and a 401",
    fails="a known and an unknown account with a wrong secret are answered differently, twice",
    control="two unknown accounts are answered alike",
    example=Example(
        sent=(
            'POST /login {"email": "alice@example.com", "password": "wrong"}\n'
            'POST /login {"email": "nobody@example.com", "password": "wrong"}'
        ),
        answered='401 {"title": "wrong password"}\n401 {"title": "no such account"}',
    ),
    remedy="Answer both the same: one status, one text, and about the same time.",
    applies="specc.plan.security.authentication:authentication",
    probe="specc.runtime.security.secrets:hides_accounts",
)
