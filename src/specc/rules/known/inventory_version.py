"""Another version of an endpoint is still served."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="inventory.version",
    families=("inventory",),
    severity="medium",
    cwe=1059,
    owasp="API9:2023",
    title="Another version of an endpoint is still served",
    why="An old version has the flaws that the new one has lost.",
    fails=(
        "the same path under another version, which no endpoint declares, is answered as the "
        "declared one is"
    ),
    control="the declared one is served; a version that cannot be there is not",
    needs="a version in the path, or in the service's url",
    example=Example(
        sent="GET /v1/users/me   (the spec says /v2)",
        answered='200 {"email": "alice@example.com", "password": "..."}',
    ),
    remedy="Take old versions down on the day that they end.",
    applies="specc.plan.security.inventory:versions",
    probe="specc.runtime.security.inventory:hides_no_version",
)
