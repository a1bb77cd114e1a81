"""Input comes back as markup."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="xss.reflected",
    families=("injection", "xss"),
    kind="xss",
    severity="high",
    cwe=79,
    owasp="",
    title="Input comes back as markup",
    why="A link is enough to run a stranger's script with the session of whoever follows it.",
    needs="a parameter or a field that takes text",
    fails="a random tag that was sent stands unescaped in an answer of text/html",
    control="the tag is random, and made for this one call",
    example=Example(
        sent='GET /search?q=<speccx81 a="b">',
        answered='200 text/html: <p>Nothing about <speccx81 a="b"></p>',
    ),
    remedy="Escape whatever goes into a page, and say what is JSON as such.",
    applies="specc.plan.security.injection:injection",
    probe="specc.runtime.security.injection:takes_as_data",
)
