"""A debug page or document is open."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="inventory.debug",
    families=("inventory",),
    severity="medium",
    cwe=489,
    owasp="API9:2023",
    title="A debug page or document is open",
    why="Pages for debugging show configuration and secrets, or run code.",
    needs="the service as a whole: it is looked at once",
    fails="a usual path for debugging, metrics or configuration is answered with its content",
    control="a random path beside it is answered otherwise",
    example=Example(sent="GET /.env", answered="200 DATABASE_URL=postgres://..."),
    remedy="Take it out of production, or ask for credentials.",
    applies="specc.plan.security.posture:posture",
    probe="specc.runtime.security.posture:shows_no_debug_page",
)
