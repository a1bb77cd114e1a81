"""Checking a text takes a time that grows faster than the text."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="dos.regex",
    families=("dos",),
    severity="medium",
    cwe=1333,
    owasp="API4:2023",
    title="Checking a text takes a time that grows faster than the text",
    opt_in=True,
    why="One text of some dozen characters keeps a worker busy for ever.",
    fails=(
        "as a text gets longer, the time grows faster than its length at the last two steps, "
        "measured twice"
    ),
    control="another text of the same length is answered five times as fast",
    needs="texts in parameters or a body",
    example=Example(
        sent='POST /check {"code": "aaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}', answered="422 after 3 s"
    ),
    remedy=(
        "Bound the length first, and use patterns without nested repetitions, or an engine "
        "that is linear."
    ),
    applies="specc.plan.security.probing:patterns",
    probe="specc.runtime.security.regex:matches_in_time",
)
