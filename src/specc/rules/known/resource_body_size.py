"""Bodies have no limit."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="resource.body_size",
    families=("dos",),
    severity="medium",
    cwe=770,
    owasp="API4:2023",
    title="Bodies have no limit",
    opt_in=True,
    why="What is read into memory whole, from anyone, empties it.",
    fails=("a valid body of JSON that is filled up with spaces to eight megabytes is taken"),
    control="the same body without the spaces is taken",
    needs="a body of JSON",
    example=Example(sent='POST /orders {"sku": "A1"}   (and 8,000,000 spaces)', answered="201"),
    remedy="Refuse bodies that are longer than any that is meant, before they are read.",
    applies="specc.plan.security.limits:body_size",
    probe="specc.runtime.security.limits:bodies_have_an_end",
)
