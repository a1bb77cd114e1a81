"""What was refused exists all the same."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="state.failed_create",
    families=("state",),
    severity="medium",
    cwe=460,
    owasp="API8:2023",
    title="What was refused exists all the same",
    why="A check that comes after the writing is none.",
    fails=(
        "a call is refused for its caller or for one field, and the thing with its random "
        "text is in the list afterwards"
    ),
    control="the thing of a call that succeeds is in that list, in the same test",
    needs="`creates X`, `lists X`, and a text that may be any",
    example=Example(
        sent=('POST /notes {"text": "specc-1"}   (without credentials)\nGET /notes'),
        answered=('401\n200 {"notes": [{"text": "specc-1"}]}'),
    ),
    remedy="Check first, write then, and in one transaction.",
    applies="specc.plan.security.rejected:rejected",
    probe="specc.runtime.security.rejected:makes_nothing_refused",
)
