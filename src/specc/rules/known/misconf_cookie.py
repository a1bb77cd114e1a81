"""A session cookie is not protected."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="misconf.cookie",
    families=("headers", "misconf.headers"),
    severity="medium",
    cwe=1004,
    owasp="API8:2023",
    title="A session cookie is not protected",
    why="A session that scripts or other sites can use is a session that is stolen.",
    needs="an endpoint that can be called",
    fails="a session cookie lacks HttpOnly or SameSite, or by https Secure",
    control="a valid call that succeeds is looked at",
    example=Example(sent="POST /login", answered="200 Set-Cookie: session=8c1f; Path=/"),
    remedy="Set HttpOnly, SameSite and, with https, Secure.",
    applies="specc.plan.security.posture:posture",
    probe="specc.runtime.security.posture:presents_well",
)
