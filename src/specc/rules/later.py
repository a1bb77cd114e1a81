"""Rules that are known by name, and are not put to the test yet: a run says so of each."""

from __future__ import annotations

from typing import Final

from specc.rules.rule import Rule, Severity

_WAITING: Final[tuple[tuple[str, tuple[str, ...], Severity, int, str, str], ...]] = (
    ("auth.bruteforce", ("authentication",), "high", 307, "API2:2023", "Logins are unlimited"),
    ("auth.default_credentials", ("authentication",), "high", 1392, "API2:2023", "Default logins"),
    ("jwt.audience_or_type", ("authentication", "jwt"), "medium", 287, "API2:2023", "Other tokens"),
    ("session.revoked", ("session",), "high", 613, "API2:2023", "A session outlives its log-out"),
    ("reset.bruteforce", ("authentication",), "high", 640, "API2:2023", "Resets are unlimited"),
    ("authz.self_escalate", ("roles",), "critical", 269, "API5:2023", "A role may be taken"),
    ("bfla.verb", ("roles",), "high", 650, "API5:2023", "An undeclared verb works"),
    ("bola.hierarchy", ("ownership",), "high", 639, "API1:2023", "A parent is not checked"),
    ("flow.single_use", ("state",), "medium", 367, "API6:2023", "A step may be repeated"),
    ("resource.page_cap", ("resource",), "medium", 770, "API4:2023", "Pages have no limit"),
    ("resource.body_size", ("resource",), "medium", 770, "API4:2023", "Bodies have no limit"),
    ("rate.declared", ("rate",), "medium", 799, "API4:2023", "A rate limit does not bite"),
    ("dos.regex", ("dos",), "medium", 1333, "API4:2023", "A pattern takes for ever"),
    ("inj.sql_time", ("injection",), "high", 89, "", "Input delays a statement"),
    ("inj.xxe", ("injection",), "high", 611, "", "XML reads files"),
    ("xss.stored", ("injection", "xss"), "high", 79, "", "Stored input comes back as markup"),
    ("inventory.undocumented", ("inventory",), "medium", 1059, "API9:2023", "Unknown endpoints"),
    ("state.use_after_delete", ("state",), "medium", 672, "API8:2023", "Deleted things live"),
    ("state.failed_create", ("state",), "medium", 460, "API8:2023", "Rejected things exist"),
    ("upstream.hostile", ("upstream",), "medium", 20, "API10:2023", "Upstreams are trusted"),
)

_KINDS: Final = {"inj.sql_time": "sql", "inj.xxe": "xxe", "xss.stored": "xss"}

LATER: Final = tuple(
    Rule(
        name=name,
        families=families,
        kind=_KINDS.get(name, ""),
        severity=severity,
        cwe=cwe,
        owasp=owasp,
        title=title,
    )
    for name, families, severity, cwe, owasp, title in _WAITING
)
