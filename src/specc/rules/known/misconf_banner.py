"""Answers name the software and its version."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="misconf.banner",
    families=("headers", "misconf.headers"),
    severity="low",
    cwe=497,
    owasp="API8:2023",
    title="Answers name the software and its version",
    why="Known holes are looked up by name and version.",
    needs="an endpoint that can be called",
    fails="`Server`, `X-Powered-By` or the like holds a version",
    control="a valid call that succeeds is looked at",
    example=Example(sent="GET /orders/7f3a", answered="200 Server: nginx/1.14.0"),
    remedy="Leave the version out.",
    applies="specc.plan.security.posture:posture",
    probe="specc.runtime.security.posture:presents_well",
)
