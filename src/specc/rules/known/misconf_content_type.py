"""A body is not checked if it calls itself something else."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="misconf.content_type",
    families=("misconf.content_type", "headers"),
    severity="medium",
    cwe=436,
    owasp="API8:2023",
    title="A body is not checked if it calls itself something else",
    why="A check that looks at one content type alone is passed by with another.",
    fails=(
        "a random value of the wrong kind, refused as JSON, is taken under another content "
        "type, and found in the answer or by a re-read"
    ),
    control=("the valid body is taken, and the wrong one is refused as JSON, in the same test"),
    needs="texts in the JSON body of what `creates X` or `updates X`",
    example=Example(
        sent='POST /notes {"text": {"specc": "1"}}   (Content-Type: text/plain)',
        answered='201 {"text": {"specc": "1"}}',
    ),
    remedy="Refuse other content types with 415, and check what was parsed, not how it came.",
    applies="specc.plan.security.probing:content_types",
    probe="specc.runtime.security.content_types:checks_whatever_type",
)
