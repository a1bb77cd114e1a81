"""An account has the password that software comes with."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="auth.default_credentials",
    families=("bruteforce",),
    severity="high",
    cwe=1392,
    owasp="API2:2023",
    title="An account has the password that software comes with",
    opt_in=True,
    why=("Names and passwords that software comes with are the first that anyone tries."),
    fails="a usual name with its usual password gets in as the entitled actor does",
    control=(
        "the same name with a random password is refused; the accounts of the spec's own "
        "actors are left out"
    ),
    needs="a log-in: a body with a `secret` field and an account, and a 401",
    example=Example(
        sent='POST /login {"user": "admin", "password": "admin"}', answered='200 {"token": "..."}'
    ),
    remedy="Ship no accounts, or have their passwords set before the first start.",
    applies="specc.plan.security.guessing:log_ins",
    probe="specc.runtime.security.guessing:knows_no_default",
)
