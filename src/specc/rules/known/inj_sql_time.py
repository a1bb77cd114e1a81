"""Input delays an SQL statement."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="inj.sql_time",
    families=("timing",),
    kind="sql_time",
    severity="high",
    cwe=89,
    title="Input delays an SQL statement",
    opt_in=True,
    why="Whoever makes a statement wait reads from it, bit by bit.",
    fails=(
        "no delay, one and two of it in a statement take times in proportion, twice, each by turns"
    ),
    control="the same statement without a delay, in the same test",
    needs="parameters, or texts in a body",
    example=Example(
        sent="GET /orders?sku=A1' AND 1=(SELECT 1 FROM PG_SLEEP(0.6)) AND '1'='1",
        answered="200 after 0.61 s (1.21 s for twice the delay, 0.01 s for none)",
    ),
    remedy="Bind parameters; never paste input into a statement.",
    applies="specc.plan.security.probing:delays",
    probe="specc.runtime.security.sql_time:is_not_delayed",
)
