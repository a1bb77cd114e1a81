"""A path that nobody knows of is open to everyone."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="inventory.undocumented",
    families=("inventory",),
    severity="medium",
    cwe=1059,
    owasp="API9:2023",
    title="A path that nobody knows of is open to everyone",
    why=("What is not in the spec is in nobody's mind: not patched, not watched, not tested."),
    fails=(
        "a path that is often there (admin, backup, internal ...), and that no endpoint "
        "declares, is answered 200 with content"
    ),
    control="random paths beside it, and the front page, are answered otherwise",
    needs="a service",
    example=Example(
        sent="GET /api/internal/users", answered='200 [{"email": "alice@example.com"}]'
    ),
    remedy="Take it down, or put it into the spec and behind credentials.",
    applies="specc.plan.security.inventory:inventory",
    probe="specc.runtime.security.inventory:hides_no_path",
)
