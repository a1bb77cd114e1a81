"""Input becomes a query operator."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="inj.nosql",
    families=("injection",),
    kind="nosql",
    severity="high",
    cwe=943,
    owasp="",
    title="Input becomes a query operator",
    why="An operator in place of a value matches every record: a login without the password.",
    needs="a parameter or a field that takes text",
    fails='a wrong value is refused, but an operator such as `{"$ne": ...}` in its place succeeds',
    control="a wrong value, and an object that is no operator, are refused",
    example=Example(
        sent='POST /login {"email": "alice@example.com", "password": {"$ne": "x"}}',
        answered='200 {"token": "..."}',
    ),
    remedy="Check that a value is text before it goes into a query.",
    applies="specc.plan.security.injection:injection",
    probe="specc.runtime.security.injection:takes_as_data",
)
