"""A stranger reads someone else's thing."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="bola.read",
    families=("ownership",),
    severity="critical",
    cwe=639,
    owasp="API1:2023",
    title="A stranger reads someone else's thing",
    why="Ids are guessed, counted, shared and logged; they are no secret that protects a thing.",
    needs="a reading endpoint `as owner of` a thing, and two actors of the owner's role",
    fails="a stranger's answer holds what only the owner's thing has in it",
    control="the entitled actor makes the same call, which succeeds, in the same test",
    example=Example(
        sent="GET /orders/7f3a (as bob; the order is alice's)",
        answered='200 {"id": "7f3a", "address": "12 Rose Lane"}',
    ),
    remedy="Look things up by their id and their owner.",
    applies="specc.plan.security.ownership:ownership",
    probe="specc.runtime.security.access:refuses_intruder",
)
