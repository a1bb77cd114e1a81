"""Input is evaluated as a template."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="inj.ssti",
    families=("injection",),
    kind="template",
    severity="critical",
    cwe=1336,
    owasp="",
    title="Input is evaluated as a template",
    why="Template languages reach the program's own objects, and often run commands.",
    needs="a parameter or a field that takes text",
    fails="the product of two random numbers appears, which only a template can have worked out",
    control="the numbers alone, without the template's syntax, bring no product",
    example=Example(
        sent='POST /cards {"text": "{{3571*8009}}"}', answered='201 {"text": "28600139"}'
    ),
    remedy="Hand input to templates as data; never as the template.",
    applies="specc.plan.security.injection:injection",
    probe="specc.runtime.security.injection:takes_as_data",
)
