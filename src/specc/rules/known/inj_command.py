"""Input is run by a shell."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="inj.command",
    families=("injection",),
    kind="command",
    severity="critical",
    cwe=78,
    owasp="",
    title="Input is run by a shell",
    why="Whoever can run a command has the machine, and all that it can reach.",
    needs="a parameter or a field that takes text",
    fails="the product of two random numbers appears, which only a shell can have worked out",
    control="the numbers alone, without the shell's syntax, bring no product",
    example=Example(
        sent='POST /ping {"host": ";echo $((3571*8009))"}', answered='200 {"output": "28600139"}'
    ),
    remedy="Run programs with a list of arguments and without a shell.",
    applies="specc.plan.security.injection:injection",
    probe="specc.runtime.security.injection:takes_as_data",
)
