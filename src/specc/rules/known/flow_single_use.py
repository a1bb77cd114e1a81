"""What may be done once is done more often."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="flow.single_use",
    families=("state", "flow"),
    severity="medium",
    cwe=367,
    owasp="API6:2023",
    title="What may be done once is done more often",
    why="A coupon, a payment or a vote that counts twice is money or trust.",
    fails=(
        "of eight equal calls at the same time more than one succeeds, or one more does "
        "afterwards, where the spec says `when repeated` that it is refused"
    ),
    control="one of them succeeds; each round is about a new thing",
    needs="a 4xx `when repeated`",
    example=Example(
        sent="POST /orders/17/pay   (8 at once)", answered="200, 200, 409, 409, 409, 409, 409, 409"
    ),
    remedy="Decide and mark in one step: a unique key, a conditional update, or a lock.",
    applies="specc.plan.security.single_use:single_use",
    probe="specc.runtime.security.races:works_once",
)
