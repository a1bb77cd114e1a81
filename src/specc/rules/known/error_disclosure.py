"""An error tells of the inside."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="error.disclosure",
    families=("exposure", "errors"),
    severity="medium",
    cwe=209,
    owasp="API8:2023",
    title="An error tells of the inside",
    why=(
        "Traces and messages tell which software and which tables there are, and how to break them."
    ),
    needs="a parameter or a field that takes text",
    fails="odd input brings out a stack trace, a database's message or a path of the server",
    control="the answer to valid input has none of it",
    example=Example(
        sent="GET /orders?limit=%27",
        answered='500 Traceback (most recent call last): File "/app/shop/orders.py", line 41',
    ),
    remedy="Answer errors with a fixed text, and log the rest.",
    applies="specc.plan.security.exposure:exposure",
    probe="specc.runtime.security.disclosure:errors_tell_nothing",
)
