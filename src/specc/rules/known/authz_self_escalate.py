"""A role is taken by changing one's own account."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="authz.self_escalate",
    families=("roles",),
    severity="critical",
    cwe=269,
    owasp="API5:2023",
    title="A role is taken by changing one's own account",
    why="Who gives themselves a role has the service.",
    fails=(
        "a role that an actor claims in an update of its own account is read back, or opens a "
        "call of another role that was closed before"
    ),
    control=(
        "the role was another before; the call of the other role succeeds for its own actor, "
        "and was refused to this one"
    ),
    needs="`updates X of self`, or an actor's own account",
    example=Example(
        sent=('PATCH /me {"role": "admin"}\nGET /me'), answered=('200\n200 {"role": "admin"}')
    ),
    remedy=(
        "Copy the fields that a client may set by name; change roles at an endpoint of its own."
    ),
    applies="specc.plan.security.escalation:escalation",
    probe="specc.runtime.security.escalation:takes_no_role",
)
