"""The Host header is trusted."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="inj.host",
    families=("injection",),
    kind="host",
    severity="medium",
    cwe=644,
    owasp="API8:2023",
    title="The Host header is trusted",
    why=(
        "Links in mails and caches then lead where the sender of a header wants: a reset "
        "link, for one."
    ),
    needs="an endpoint that can be called",
    fails="a random host of `X-Forwarded-Host` or `Host` stands in the answer",
    control="the host is random, and an answer that repeats any header counts for nothing",
    example=Example(
        sent="GET /orders/7f3a\nX-Forwarded-Host: hostx81.example",
        answered='200 {"self": "https://hostx81.example/orders/7f3a"}',
    ),
    remedy="Make absolute URLs from your own configuration.",
    applies="specc.plan.security.posture:posture",
    probe="specc.runtime.security.posture:presents_well",
)
