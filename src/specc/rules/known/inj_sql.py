"""Input becomes a part of an SQL statement."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="inj.sql",
    families=("injection",),
    kind="sql",
    severity="critical",
    cwe=89,
    owasp="",
    title="Input becomes a part of an SQL statement",
    why="A statement that a client can change reads, changes or destroys the whole database.",
    needs="a parameter or a field that takes text",
    fails=(
        "two true conditions are answered as the plain value is and two false ones are "
        "not, or odd quotes fail where even ones pass, twice"
    ),
    control="the plain value, and the same text without its quotes",
    example=Example(
        sent="GET /orders?q=tea' AND '1'='1\nGET /orders?q=tea' AND '1'='2",
        answered='200 {"items": [{"id": "7f3a"}]}\n200 {"items": []}',
    ),
    remedy="Bind parameters; never paste input into a statement.",
    applies="specc.plan.security.injection:injection",
    probe="specc.runtime.security.injection:takes_as_data",
)
