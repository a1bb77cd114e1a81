"""Browsers are not kept to https."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="misconf.hsts",
    families=("headers", "misconf.headers"),
    severity="low",
    cwe=319,
    owasp="API8:2023",
    title="Browsers are not kept to https",
    why="The first call by http is anybody's on the way.",
    fails="an answer by https has no `Strict-Transport-Security` of a day at least",
    control="a valid call that succeeds is looked at; by http nothing is said",
    needs="a service",
    example=Example(sent="GET /me", answered="200   (no Strict-Transport-Security)"),
    remedy="Send `Strict-Transport-Security: max-age=31536000; includeSubDomains`.",
    applies="specc.plan.security.privacy:privacy",
    probe="specc.runtime.security.privacy:travels_safely",
)
