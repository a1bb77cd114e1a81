"""Security blocks: rules, endpoints and severities that exist, and waivers that still hold."""

from __future__ import annotations

from typing import assert_never

from specc.diagnostics.catalogue import security as codes
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.checks.waivers import check_waiver
from specc.semantics.context import Context
from specc.semantics.findings import near_name
from specc.semantics.rules import FAMILIES, INJECTIONS, RULES, SEVERITIES, UNLOADED
from specc.semantics.symbols import Symbol
from specc.semantics.targets import check_target
from specc.syntax.nodes.base import Name
from specc.syntax.nodes.declarations import Module
from specc.syntax.nodes.security import (
    RateLimit,
    RuleSelection,
    Scan,
    Security,
    SecurityHosts,
    SecurityThreshold,
    Waiver,
)

PER = ("account", "actor", "client")


def check_security(context: Context) -> None:
    """Checks the security blocks of all modules."""
    for module in context.program.modules:
        for symbol in context.own(module, "security"):
            _check_block(context, symbol)


def _check_block(context: Context, symbol: Symbol) -> None:
    block = symbol.node
    if not isinstance(block, Security):
        return
    module = symbol.module
    for entry in block.entries:
        match entry:
            case RuleSelection():
                _check_selection(context, module, entry)
                _check_severity(context, module, entry.fail_on)
            case SecurityThreshold(severity):
                _check_severity(context, module, severity)
            case RateLimit():
                _check_rate_limit(context, module, entry, block in context.damaged)
            case Scan(_, _, fail_on):
                _check_severity(context, module, fail_on)
            case Waiver():
                _check_selection(context, module, entry.selection)
                check_waiver(context, module, entry.reason, entry.until)
            case SecurityHosts():
                pass
            case _:
                assert_never(entry)


def _check_severity(context: Context, module: Module, severity: Name | None) -> None:
    if severity is not None and severity.text not in SEVERITIES:
        context.findings.add(
            codes.SEVERITY,
            f"there is no severity `{severity.text}`",
            module,
            severity.span,
            near_name(did_you_mean(severity.text, SEVERITIES)),
            hint=f"severities: {', '.join(SEVERITIES)}",
        )


def _check_selection(context: Context, module: Module, selection: RuleSelection) -> None:
    scope = context.program.scopes[module]
    for endpoint in selection.endpoints:
        check_target(context, endpoint, scope, ("endpoint",))
    family = selection.family
    if family.text not in FAMILIES and family.text not in RULES:
        context.findings.add(
            codes.RULE,
            f"there is no rule or family of rules `{family.text}`",
            module,
            family.span,
            near_name(did_you_mean(family.text, [*FAMILIES, *RULES])),
            hint="; ".join([f"families: {', '.join(sorted(FAMILIES))}", *UNLOADED]),
        )
        return
    for kind in selection.kinds:
        if family.text != "injection" or kind.text not in INJECTIONS:
            context.findings.add(
                codes.RULE_KIND,
                f"there is no kind `{kind.text}` of `{family.text}`",
                module,
                kind.span,
                near_name(did_you_mean(kind.text, INJECTIONS))
                if family.text == "injection"
                else "",
                hint=f"kinds of injection: {', '.join(sorted(INJECTIONS))}"
                if family.text == "injection"
                else f"write `{family.text} on ...`: only `injection` comes in kinds",
            )


def _check_rate_limit(context: Context, module: Module, entry: RateLimit, is_damaged: bool) -> None:
    check_target(context, entry.endpoint, context.program.scopes[module], ("endpoint",))
    if entry.per.text not in PER:
        context.findings.add(
            codes.RATE_LIMIT,
            f"a rate is not limited per `{entry.per.text}`",
            module,
            entry.per.span,
            near_name(did_you_mean(entry.per.text, PER)),
            hint=f"limits are per {', '.join(PER)}",
        )
    elif entry.count < 1 and not is_damaged:
        context.findings.add(
            codes.RATE_LIMIT,
            "a limit allows at least one call",
            module,
            entry.span,
            hint="write `rate limit login 30/min per account`",
        )
