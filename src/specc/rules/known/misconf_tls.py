"""A version of TLS that is given up is spoken."""

from typing import Final

from specc.rules.rule import Example, Rule

RULE: Final = Rule(
    name="misconf.tls",
    families=("headers", "misconf.headers"),
    severity="medium",
    cwe=326,
    owasp="API8:2023",
    title="A version of TLS that is given up is spoken",
    why=("TLS 1.0 and 1.1 are given up (RFC 8996): what they carry can be read or changed."),
    fails="a handshake by TLS 1.0 or 1.1 succeeds",
    control="a valid call succeeds by the usual version; by http nothing is said",
    needs="a service",
    example=Example(sent="ClientHello TLS 1.0", answered="ServerHello TLS 1.0"),
    remedy="Speak TLS 1.2 and later alone.",
    applies="specc.plan.security.privacy:privacy",
    probe="specc.runtime.security.privacy:travels_safely",
)
