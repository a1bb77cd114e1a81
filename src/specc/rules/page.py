"""Rules as people read them: one, or a table of all."""

from __future__ import annotations

from specc.rules.catalogue import RULES
from specc.rules.rule import Rule


def explained(rule: Rule) -> str:
    """The section of a rule, as Markdown."""
    category = rule.owasp or "no category of its own"
    lines = [
        f"## `{rule.name}`",
        "",
        f"{rule.title}. Severity {rule.severity}, CWE-{rule.cwe}, {category}; "
        f"selected by {', '.join(f'`{family}`' for family in rule.families)}"
        f"{', and not by `everything`' if rule.opt_in else ''}.",
    ]
    if rule.elsewhere:
        lines += ["", f"It is {rule.elsewhere}."]
    facts = (
        ("Why: ", rule.why, ""),
        ("It takes ", rule.needs, "."),
        ("Broken when ", rule.fails, "."),
        ("Control: ", rule.control, "."),
        ("Remedy: ", rule.remedy, ""),
    )
    lines += ["", *(f"- {head}{said}{end}" for head, said, end in facts if said)]
    if rule.example is not None:
        lines += ["", "```text", rule.example.sent, "", rule.example.answered, "```"]
    return "\n".join(lines)


def listing() -> str:
    """A line for each rule, in columns."""
    widest = max(map(len, RULES))
    return "\n".join(
        f"{rule.name:<{widest}}  {rule.severity:<8}  CWE-{rule.cwe:<5} {rule.owasp or '-':<11} "
        f"{rule.title}{' (opt-in)' if rule.opt_in else ''}"
        for rule in RULES.values()
    )


def page() -> str:
    """The page of all rules, as Markdown."""
    rows = [
        f"| [`{rule.name}`](#{''.join(c for c in rule.name if c.isalnum() or c == '_')}) "
        f"| {rule.severity} | {rule.cwe} | {rule.owasp} | {rule.title} |"
        for rule in RULES.values()
    ]
    head = [
        "# Security rules",
        "",
        "What a [security block](security.md) may select. `specc rules` lists them, and "
        "`specc rules NAME` explains one.",
        "",
        "| Rule | Severity | CWE | OWASP | What it is |",
        "| --- | --- | --- | --- | --- |",
        *rows,
        "",
    ]
    return "\n".join([*head, "\n\n".join(map(explained, RULES.values()))]) + "\n"
