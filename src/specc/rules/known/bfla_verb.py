"""A verb that nobody declared, or one in disguise, changes a thing."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="bfla.verb",
    families=("roles",),
    severity="high",
    cwe=650,
    owasp="API5:2023",
    title="A verb that nobody declared, or one in disguise, changes a thing",
    why=("What is checked for the verbs that are meant is often not checked for the others."),
    fails=(
        "an undeclared verb, or `X-HTTP-Method-Override`, `X-HTTP-Method`, "
        "`X-Method-Override` or `_method`, sent by a stranger or by nobody: the owner reads "
        "the thing again, and it has changed or gone; or the answer shows what a plain GET "
        "does not"
    ),
    control=("a plain GET by the same caller changes nothing; the owner reads it twice before"),
    needs="a GET that `reads X` by a parameter of its path",
    example=Example(sent=("GET /notes/17\nX-HTTP-Method-Override: DELETE"), answered="204"),
    remedy=(
        "Route by the real verb, deny those that are not declared, and check the caller after "
        "routing."
    ),
    applies="specc.plan.security.verbs:verbs",
    probe="specc.runtime.security.verbs:keeps_to_its_verbs",
)
