"""A stranger changes or deletes someone else's thing."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="bola.write",
    families=("ownership",),
    severity="critical",
    cwe=639,
    owasp="API1:2023",
    title="A stranger changes or deletes someone else's thing",
    why=(
        "Anyone with an account changes or destroys what others have, even behind a 403 "
        "that comes too late."
    ),
    needs="a writing endpoint `as owner of` a thing, and two actors of the owner's role",
    fails="the owner reads the thing again: it has changed or gone, whatever the stranger was told",
    control="the entitled actor makes the same call, which succeeds, in the same test",
    example=Example(
        sent="DELETE /orders/7f3a (as bob; the order is alice's)\nGET /orders/7f3a (as alice)",
        answered='403 {"title": "forbidden"}\n404 {"title": "not found"}',
    ),
    remedy="Check the owner before anything is written, not after.",
    applies="specc.plan.security.ownership:ownership",
    probe="specc.runtime.security.access:refuses_intruder",
)
