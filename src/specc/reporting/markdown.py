"""A summary of a run in Markdown, for the page of a CI job."""

from __future__ import annotations

import re

from specc.reporting.story import Story

MOST = 20
"""Broken obligations that are shown with what happened."""
_LINES = 30
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&@$:])")
_STAGE = {"passed": "✅", "failed": "❌", "blocked": "⛔", "interrupted": "⛔", "not_run": "⚪"}


def summary(story: Story) -> str:
    """The summary. No text of a spec or server becomes markup."""
    totals = story.totals
    counts = ", ".join(
        f"{count:,} {state.replace('_', ' ')}" for state, count in totals.items() if count
    )
    sign = "✅" if story.is_well else "❌"
    parts = [f"## {sign} {plain(story.title)}: {plain(story.verdict)}", ""]
    parts += [f"{counts or 'nothing was run'} in {story.seconds:.1f} s (`--seed {story.seed}`)", ""]
    parts += [f"> {plain(text)}" for text in story.troubles] + [""] * bool(story.troubles)
    if story.alerts:
        parts += ["### Alerts", ""]
        parts += [f"- **{plain(each.kind)}** {plain(each.text)}" for each in story.alerts[:MOST]]
        if len(story.alerts) > MOST:
            parts.append(f"- and {len(story.alerts) - MOST:,} more")
        parts.append("")
    if story.stages:
        parts.append("| stage | | held | broken | not run | why |")
        parts.append("| --- | --- | --: | --: | --: | --- |")
        parts += [
            f"| {plain(each.name)} | {_STAGE.get(each.state, '')} {each.state.replace('_', ' ')} "
            f"| {each.totals['held']:,} | {each.totals['broken'] + each.totals['error']:,} "
            f"| {each.totals['not_run']:,} | {plain(each.reason)} |"
            for each in story.stages
        ]
        parts.append("")
    if story.hook is not None:
        ended = "could not be run" if story.hook.code is None else f"ended with {story.hook.code}"
        parts += [f"On failure, {code(story.hook.command)} {ended}.", ""]
    if story.findings:
        parts += ["### Security findings", "", "| severity | finding | | where |"]
        parts.append("| --- | --- | --- | --- |")
        parts += [
            f"| **{plain(each.severity)}** | {plain(each.title or each.rule)} "
            f"| {f'CWE-{each.cwe}' if each.cwe else ''} | {plain(told.id)} ({plain(told.place)}) |"
            for told, each in story.findings[:MOST]
        ]
        if len(story.findings) > MOST:
            parts += ["", f"and {len(story.findings) - MOST:,} more"]
        parts.append("")
    if story.broken:
        parts += ["### Broken", ""]
    for each in story.broken[:MOST]:
        parts += [f"<details><summary>{_html(each.id)} ({_html(each.place)})</summary>", ""]
        parts += [fenced(each.message or each.reason), "", "</details>", ""]
    if len(story.broken) > MOST:
        parts += [f"and {len(story.broken) - MOST:,} more", ""]
    parts += ["| endpoint | held | broken | not run |", "| --- | --: | --: | --: |"]
    for endpoint, told in story.by_endpoint():
        held = sum(each.state == "held" for each in told)
        broken = sum(each.state in ("broken", "error") for each in told)
        parts.append(
            f"| {plain(endpoint)} | {held:,} | {broken:,} | {len(told) - held - broken:,} |"
        )
    return "\n".join(parts) + "\n"


def plain(text: str) -> str:
    """Text as text of one line, whatever signs it has."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def code(text: str) -> str:
    """Text as code within a line."""
    line = " ".join(text.split())
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    return f"{fence} {line} {fence}" if "`" in line else f"`{line}`"


def fenced(text: str) -> str:
    """Text as a block of code, which no fence in it can close."""
    lines = text.splitlines()[:_LINES]
    fence = "`" * max(3, max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    return "\n".join([f"{fence}text", *lines, fence])


def _html(text: str) -> str:
    # Within <summary> Markdown isn't read, but HTML is.
    from html import escape

    return escape(" ".join(text.split()))
