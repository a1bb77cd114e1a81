"""A deleted account's credential lives on."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="state.use_after_delete",
    families=("state",),
    severity="medium",
    cwe=672,
    owasp="API8:2023",
    title="A deleted account's credential lives on",
    why=(
        "Who is gone is believed to be out; deleted things are put to the test by `deleted` "
        "of each endpoint that takes their name."
    ),
    fails=("after an actor's own account was deleted, its credential is served as before"),
    control=(
        "it is served before, and the deletion succeeds, in the same test; the actor is made for it"
    ),
    needs="`deletes X` where X is an actor's own account, made with unique(...)",
    example=Example(sent=("DELETE /me\nGET /orders"), answered=('204\n200 {"items": [...]}')),
    remedy="Look the account up at each call, or withdraw its tokens with it.",
    applies="specc.plan.security.sessions:sessions",
    probe="specc.runtime.security.sessions:ends_identity",
)
