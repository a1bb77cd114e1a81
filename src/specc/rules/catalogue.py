"""All rules by name, and the words that stand for several of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Final

from specc.rules.others import others
from specc.rules.rule import Rule

_KNOWN: Final = (
    "auth_missing",
    "auth_malformed",
    "auth_garbage",
    "auth_enumeration",
    "auth_bruteforce",
    "auth_enumeration_time",
    "auth_default_credentials",
    "reset_bruteforce",
    "jwt_signature_ignored",
    "jwt_alg_none",
    "jwt_empty_key",
    "jwt_weak_secret",
    "jwt_key_confusion",
    "jwt_header_key",
    "jwt_expired",
    "jwt_audience_or_type",
    "session_revoked",
    "bola_read",
    "bola_write",
    "bola_body_reference",
    "bola_list",
    "bola_hierarchy",
    "bfla_matrix",
    "bfla_verb",
    "authz_self_escalate",
    "mass_assignment",
    "data_secret_value",
    "data_undeclared_field",
    "error_disclosure",
    "inj_sql",
    "inj_sql_time",
    "inj_nosql",
    "inj_command",
    "inj_ssti",
    "inj_path",
    "inj_xxe",
    "xss_reflected",
    "xss_stored",
    "ssrf_fetch",
    "upstream_hostile",
    "redirect_open",
    "inj_crlf",
    "inj_host",
    "cors_origin",
    "misconf_nosniff",
    "misconf_banner",
    "misconf_cookie",
    "misconf_content_type",
    "misconf_cache",
    "misconf_hsts",
    "misconf_tls",
    "inventory_debug",
    "inventory_undocumented",
    "inventory_version",
    "flow_single_use",
    "resource_page_cap",
    "resource_body_size",
    "rate_declared",
    "dos_regex",
    "state_use_after_delete",
    "state_failed_create",
)
"""The files in `known/`, in the order in which they are listed; a new rule is a file and a line."""


def _own() -> Iterator[Rule]:
    for name in _KNOWN:
        rule = import_module(f"specc.rules.known.{name}").RULE
        assert isinstance(rule, Rule)
        yield rule


RULES: Final[dict[str, Rule]] = {rule.name: rule for rule in _own()}
"""Each rule by its name: those of specc, then those of packages that bring some."""

_others, UNLOADED = others(RULES)
"""`UNLOADED` says of each rule of another package that could not be had why that is so."""

RULES.update({rule.name: rule for rule in _others})


def _injections() -> dict[str, tuple[str, ...]]:
    kinds = sorted({rule.kind for rule in RULES.values() if rule.kind})
    return {
        kind: tuple(rule.name for rule in RULES.values() if rule.kind == kind) for kind in kinds
    }


INJECTIONS: Final[dict[str, tuple[str, ...]]] = _injections()
"""What may stand after `injection`, and the rules it means."""

SCANS: Final = ("dependencies", "secrets", "source")

FAMILIES: Final[frozenset[str]] = frozenset(
    {"everything", *SCANS, *(family for rule in RULES.values() for family in rule.families)}
)
"""Words that stand for several rules."""


def selected(family: str, kinds: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of the rules that `family kinds` means; none for a word that is unknown."""
    if family in RULES and family not in FAMILIES:
        return (family,)
    chosen = tuple(name for kind in kinds for name in INJECTIONS.get(kind, ()))
    if chosen:
        return chosen
    return tuple(
        rule.name
        for rule in RULES.values()
        if family in rule.families or (family == "everything" and not rule.opt_in)
    )
