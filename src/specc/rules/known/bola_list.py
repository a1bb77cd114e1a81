"""A list shows a stranger's things."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="bola.list",
    families=("ownership",),
    severity="high",
    cwe=639,
    owasp="API1:2023",
    title="A list shows a stranger's things",
    why="One request takes away what everybody has.",
    needs=(
        "an endpoint that `lists` things which only their owner may read, and two actors of a role"
    ),
    fails="the owner's new thing is in a stranger's list",
    control="the owner's own list has it",
    example=Example(
        sent="GET /orders (as bob)", answered='200 {"items": [{"id": "7f3a", "owner": "alice"}]}'
    ),
    remedy="Filter lists by the caller in the query itself.",
    applies="specc.plan.security.ownership:ownership",
    probe="specc.runtime.security.access:lists_only_own",
)
