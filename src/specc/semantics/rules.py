"""The words that security blocks may use: families of rules, rules, and kinds of injection."""

from __future__ import annotations

from typing import Final

INJECTIONS: Final = frozenset(
    {"sql", "nosql", "command", "template", "path", "xxe", "crlf", "host", "xss"}
)
"""What may stand after `injection`."""

FAMILIES: Final = frozenset(
    {
        "authentication",
        "cors",
        "dependencies",
        "dos",
        "everything",
        "exposure",
        "headers",
        "injection",
        "inventory",
        "jwt",
        "mass_assignment",
        "ownership",
        "rate",
        "redirect",
        "resource",
        "roles",
        "secrets",
        "session",
        "source",
        "ssrf",
        "state",
        "upstream",
        "xss",
    }
)
"""Words that stand for several rules."""

RULES: Final = frozenset(
    {
        "auth.bruteforce",
        "auth.default_credentials",
        "auth.enumeration",
        "auth.garbage",
        "auth.missing",
        "authz.self_escalate",
        "bfla.matrix",
        "bfla.verb",
        "bola.body_reference",
        "bola.hierarchy",
        "bola.list",
        "bola.read",
        "bola.write",
        "cors.origin",
        "data.secret_value",
        "data.undeclared_field",
        "dos.regex",
        "error.disclosure",
        "flow.single_use",
        "inj.command",
        "inj.crlf",
        "inj.host",
        "inj.nosql",
        "inj.path",
        "inj.sql",
        "inj.sql_time",
        "inj.ssti",
        "inj.xxe",
        "inventory.undocumented",
        "jwt.alg_none",
        "jwt.audience_or_type",
        "jwt.empty_key",
        "jwt.expired",
        "jwt.header_key",
        "jwt.key_confusion",
        "jwt.signature_ignored",
        "jwt.weak_secret",
        "mass_assignment",
        "misconf.headers",
        "rate.declared",
        "redirect.open",
        "reset.bruteforce",
        "resource.body_size",
        "resource.page_cap",
        "session.revoked",
        "ssrf.fetch",
        "state.failed_create",
        "state.use_after_delete",
        "upstream.hostile",
        "xss.reflected",
        "xss.stored",
    }
)
"""The full names of all rules."""
