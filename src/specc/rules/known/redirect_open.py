"""The service redirects to whatever URL it is given."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="redirect.open",
    families=("redirect",),
    severity="medium",
    cwe=601,
    owasp="API8:2023",
    title="The service redirects to whatever URL it is given",
    why=(
        "A link to the service that leads elsewhere makes others' pages look trustworthy, "
        "and takes tokens along."
    ),
    needs="a parameter or a field that takes a URL",
    fails="`Location` leads to a random host that was sent",
    control="the host is random, and made for this one call",
    example=Example(
        sent="GET /go?to=https://elsewherex81.example/",
        answered="302 Location: https://elsewherex81.example/",
    ),
    remedy="Redirect to paths of your own, or to hosts of a list.",
    applies="specc.plan.security.injection:injection",
    probe="specc.runtime.security.urls:follows_no_stranger",
)
