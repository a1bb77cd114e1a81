"""A declared rate limit does not bite, or bites the wrong ones."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="rate.declared",
    families=("rate",),
    severity="medium",
    cwe=799,
    owasp="API4:2023",
    title="A declared rate limit does not bite, or bites the wrong ones",
    opt_in=True,
    why=(
        "A limit that is not kept protects nobody; one that hits others is a way to lock them out."
    ),
    fails=(
        "of twice as many calls (and one) as `rate limit` allows none is answered 429; or "
        "another account's, or actor's, first call is; or calls still are after the time is "
        "over"
    ),
    control=(
        "accounts nobody has, or an actor made for it; if the calls take longer than the "
        "limit's time, nothing is said"
    ),
    needs="a `rate limit` per account or actor",
    example=Example(
        sent='POST /login {"email": "nobody@example.com", "password": "wrong"}   (61 times)',
        answered="401   (61 times)",
    ),
    remedy="Count per account or actor, in one place for all workers, and say `Retry-After`.",
    applies="specc.plan.security.rates:rates",
    probe="specc.runtime.security.rates:bites_and_lets_up",
)
