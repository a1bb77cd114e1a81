"""A reference in a body or query reaches someone else's thing."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="bola.body_reference",
    families=("ownership",),
    severity="critical",
    cwe=639,
    owasp="API1:2023",
    title="A reference in a body or query reaches someone else's thing",
    why=(
        "Owners are checked where an id stands in the path, and forgotten where it stands "
        "in a body."
    ),
    needs="a body or query that refers to a thing which only its owner may read",
    fails=(
        "a stranger names the owner's thing in a body or query: the owner's re-read "
        "differs, or the answer shows the thing"
    ),
    control="the entitled actor makes the same call, which succeeds, in the same test",
    example=Example(
        sent='POST /refunds {"order": "7f3a"} (as bob; the order is alice\'s)',
        answered='201 {"id": "91", "order": {"id": "7f3a", "total": 40}}',
    ),
    remedy="Check the owner of everything that a request refers to.",
    applies="specc.plan.security.ownership:ownership",
    probe="specc.runtime.security.access:reaches_only_own",
)
