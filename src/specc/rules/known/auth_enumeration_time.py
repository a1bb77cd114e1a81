"""The time that a login takes tells which accounts exist."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="auth.enumeration_time",
    families=("timing",),
    severity="medium",
    cwe=208,
    owasp="API2:2023",
    title="The time that a login takes tells which accounts exist",
    opt_in=True,
    why=(
        "A hash that is only worked out for accounts that exist takes a time that everyone "
        "can measure."
    ),
    fails=(
        "even the fastest of ten refusals of a known account takes half as long again as a quarter "
        "of ten of unknown ones do, or the other way round, and that three times"
    ),
    control=(
        "known and unknown accounts are tried by turns, and all measured again; the right "
        "secret gets in; the account is a throw-away one"
    ),
    needs="a log-in that says 401, and an actor that signs up with unique(...) before it logs in",
    example=Example(
        sent=(
            'POST /login {"email": "alice@example.com", "password": "wrong"}\n'
            'POST /login {"email": "nobody@example.com", "password": "wrong"}'
        ),
        answered=("401 after 92 ms\n401 after 2 ms"),
    ),
    remedy="Work out a hash in either case, and compare it in constant time.",
    applies="specc.plan.security.guessing:log_ins",
    probe="specc.runtime.security.timing:takes_as_long",
)
