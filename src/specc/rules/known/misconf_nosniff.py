"""Answers may be taken for another type."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="misconf.nosniff",
    families=("headers", "misconf.headers"),
    severity="low",
    cwe=16,
    owasp="API8:2023",
    title="Answers may be taken for another type",
    why="A browser that guesses may take data for a page, and run what is in it.",
    needs="an endpoint that can be called",
    fails="an answer with a body has no `X-Content-Type-Options: nosniff`",
    control="a valid call that succeeds is looked at",
    example=Example(
        sent="GET /orders/7f3a",
        answered="200 Content-Type: application/json (and no X-Content-Type-Options)",
    ),
    remedy="Send `X-Content-Type-Options: nosniff` with every answer.",
    applies="specc.plan.security.posture:posture",
    probe="specc.runtime.security.posture:presents_well",
)
