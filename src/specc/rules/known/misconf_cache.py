"""A shared cache may keep a private answer."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="misconf.cache",
    families=("headers", "misconf.headers"),
    severity="low",
    cwe=524,
    owasp="API8:2023",
    title="A shared cache may keep a private answer",
    why="What a cache keeps it gives to whoever asks next.",
    fails=(
        "by RFC 9111 a shared cache may store the answer to a call that is not for everyone: "
        "`public`, `s-maxage`, or an age without `private` where the credential is a cookie "
        "or key"
    ),
    control="a valid call that succeeds is looked at",
    needs="a GET that is not for everyone",
    example=Example(sent="GET /me", answered="200 Cache-Control: public, max-age=600"),
    remedy="Send `Cache-Control: no-store` (or `private`) with whatever is not for everyone.",
    applies="specc.plan.security.privacy:privacy",
    probe="specc.runtime.security.privacy:travels_safely",
)
