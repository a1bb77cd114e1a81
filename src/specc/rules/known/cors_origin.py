"""Any origin may call with the user's credentials."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="cors.origin",
    families=("cors", "headers"),
    severity="medium",
    cwe=942,
    owasp="API8:2023",
    title="Any origin may call with the user's credentials",
    why="Any page that a user visits then reads the service with the user's own cookies.",
    needs="an endpoint that can be called",
    fails="a random or null origin is echoed, with credentials allowed",
    control="the origin is random, and made for this one call",
    example=Example(
        sent="GET /me\nOrigin: https://evilx81.example",
        answered=(
            "200 Access-Control-Allow-Origin: https://evilx81.example\n"
            "    Access-Control-Allow-Credentials: true"
        ),
    ),
    remedy="Allow origins of a list, and only where credentials are needed.",
    applies="specc.plan.security.posture:posture",
    probe="specc.runtime.security.posture:presents_well",
)
