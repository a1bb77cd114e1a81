"""A page may be as long as a client likes."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="resource.page_cap",
    families=("resource",),
    severity="medium",
    cwe=770,
    owasp="API4:2023",
    title="A page may be as long as a client likes",
    why="One request that reads everything is as good as thousands.",
    fails="a limit fifty times that of the spec brings more rows than the spec's",
    control=(
        "there are more things than that: as many as it takes are made, and deleted again; "
        "the spec's own limit is served"
    ),
    needs="`lists X`, and a limit with an upper end",
    example=Example(sent="GET /orders?limit=5000", answered='200 {"items": [101 of them]}'),
    remedy="Cut the limit off, or refuse it.",
    applies="specc.plan.security.limits:page_cap",
    probe="specc.runtime.security.limits:pages_have_a_cap",
)
