"""Stored input comes back as markup."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="xss.stored",
    families=("injection", "xss"),
    kind="xss",
    severity="high",
    cwe=79,
    title="Stored input comes back as markup",
    why="What one user stores is run in every other user's browser.",
    fails=(
        "a random tag that one endpoint stores stands unescaped in a text/html answer of another"
    ),
    control="the tag is random, and made for this one call",
    needs="texts in the body of what `creates X` or `updates X`, and an endpoint that shows X",
    example=Example(
        sent=('POST /posts {"text": "<specc1 a=\\"b\\">"}\nGET /posts/17/page'),
        answered=('201\n200 text/html <p><specc1 a="b"></p>'),
    ),
    remedy="Escape whatever goes into a page where it goes in.",
    applies="specc.plan.security.stored:stored",
    probe="specc.runtime.security.stored:stores_no_markup",
)
