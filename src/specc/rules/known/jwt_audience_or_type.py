"""A token that is for something else is accepted."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="jwt.audience_or_type",
    families=("authentication", "jwt"),
    severity="medium",
    cwe=287,
    owasp="API2:2023",
    title="A token that is for something else is accepted",
    why=(
        "A token that lives long, or that other services see, opens what only a short-lived "
        "one should."
    ),
    fails=(
        "another token of the same log-in (to refresh, to identify) is answered as the one "
        "that is for calls is"
    ),
    control=("the entitled actor makes the same call, which succeeds, in the same test"),
    needs="an actor with a token, and a log-in whose answer has other tokens",
    example=Example(
        sent=("GET /me\nAuthorization: Bearer REFRESH_TOKEN"),
        answered='200 {"email": "alice@example.com"}',
    ),
    remedy="Check `aud` and the kind of every token.",
    applies="specc.plan.security.token_kinds:token_kinds",
    probe="specc.runtime.security.token_kinds:takes_one_kind",
)
