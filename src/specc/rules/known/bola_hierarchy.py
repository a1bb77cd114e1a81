"""A thing is reached under a parent that is not its own."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="bola.hierarchy",
    families=("ownership",),
    severity="high",
    cwe=639,
    owasp="API1:2023",
    title="A thing is reached under a parent that is not its own",
    why=("Where only the parent's owner is checked, one's own parent opens every child."),
    fails=(
        "a stranger names a parent of their own and the owner's child: the answer shows the "
        "child, or the owner's re-read differs"
    ),
    control=(
        "the owner reaches the child under its parent in the same test; the stranger's parent "
        "is made for it"
    ),
    needs="a path with a thing and the one that it was made under, `as owner of` one of them",
    example=Example(
        sent="GET /projects/MINE/tasks/YOURS", answered='200 {"id": "YOURS", "text": "a secret"}'
    ),
    remedy="Look the child up by its id and its parent's.",
    applies="specc.plan.security.hierarchy:hierarchy",
    probe="specc.runtime.security.hierarchy:keeps_to_its_parent",
)
