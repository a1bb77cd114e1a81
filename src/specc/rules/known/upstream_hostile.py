"""What another service answers is trusted."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="upstream.hostile",
    families=("upstream",),
    severity="medium",
    cwe=20,
    owasp="API10:2023",
    title="What another service answers is trusted",
    why="Whoever holds, or fakes, the other service then holds this one.",
    fails=(
        "a listener of the test's own, which a request names, answers with a random tag that "
        "comes back as markup, with a template that is worked out, or with a redirect to "
        "elsewhere that is followed"
    ),
    control=(
        "tag, product and path are random, and made for this one call; that the listener is "
        "called is seen"
    ),
    needs="a field or parameter that holds a URL",
    example=Example(
        sent='POST /previews {"url": "http://127.0.0.1:PORT/..."}   (which answers <specc1 a="b">)',
        answered='200 text/html <specc1 a="b">',
    ),
    remedy=(
        "Check what comes from other services as you would check a client's, and do not "
        "follow them elsewhere."
    ),
    applies="specc.plan.security.probing:upstreams",
    probe="specc.runtime.security.upstream:trusts_no_upstream",
)
