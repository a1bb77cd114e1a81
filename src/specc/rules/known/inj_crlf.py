"""Input becomes a header."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="inj.crlf",
    families=("injection",),
    kind="crlf",
    severity="medium",
    cwe=93,
    owasp="",
    title="Input becomes a header",
    why="Headers that a client writes set cookies, poison caches and begin a second answer.",
    needs="a parameter or a field that takes text",
    fails="a header appears that was sent inside a value, after a line break",
    control="the header's name is random",
    example=Example(
        sent="GET /go?to=/home%0D%0Aspeccx81:%201", answered="302 Location: /home, speccx81: 1"
    ),
    remedy="Refuse line breaks in whatever goes into a header.",
    applies="specc.plan.security.injection:injection",
    probe="specc.runtime.security.injection:takes_as_data",
)
