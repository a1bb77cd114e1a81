"""The report of a run, as people read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from specc.cli.terminal import console

if TYPE_CHECKING:
    from rich.console import Console

    from specc.driver.covering import Coverage
    from specc.driver.running.results import Result, RunResult


def show_run(result: RunResult, quiet: bool) -> None:
    """Show what became of each obligation. A quiet report has only what is not in order."""
    screen = console()
    if not quiet and result.results:
        screen.print(_table(result))
    _show_broken(screen, result.broken)
    _show_noted(screen, result.noted)
    if not quiet:
        _show_untested(screen, "waived", result.waived, result.unreachable)
        _show_untested(screen, "not run", result.not_run, result.unreachable)
    for suite in result.trouble:
        screen.print(Text(f"\nthe suite {suite.suite} could not be run", style="bold red"))
        screen.print(Text(suite.trouble), soft_wrap=True)
    for reason in result.unreachable:
        screen.print(Text(f"\n{reason}", style="bold red"), soft_wrap=True)
    if result.left_behind:
        screen.print(Text("\nleft behind, since it could not be deleted:", style="bold yellow"))
        for each in result.left_behind:
            screen.print(Text(f"  {each}"), soft_wrap=True)
    if not quiet or result.broken:
        screen.print(Text(f"\n{totals(result)}", style="bold"))


def show_unwitnessed(found: Coverage) -> None:
    """Warn of fields that may be absent or null, and of which no answer showed that, or a value."""
    from specc.coverage.measure import unwitnessed

    lines = [
        f"  {name}: never {' nor '.join(states)}"
        for suite in found.suites
        for name, states in unwitnessed(suite.endpoints or ()).items()
    ]
    if not lines:
        return
    screen = console()
    screen.print(Text("\nwhat the spec allows and no answer has shown:", style="bold yellow"))
    for line in lines[:MOST_SHOWN]:
        screen.print(Text(line, style="dim"), soft_wrap=True)
    if len(lines) > MOST_SHOWN:
        more = f"  and {len(lines) - MOST_SHOWN:,} more; `specc coverage` names them all"
        screen.print(Text(more, style="dim"), soft_wrap=True)


def totals(result: RunResult) -> str:
    """The counts of a run, and the seed that repeats it."""
    held = sum(each.outcome == "held" for each in result.results)
    counts = [f"{held:,} held"]
    broken = sum(each.outcome == "broken" for each in result.results)
    errors = len(result.broken) - broken
    counts += [f"{broken:,} broken"] if broken else []
    counts += [f"{errors:,} in error"] if errors else []
    counts += [f"{len(result.noted):,} noted"] if result.noted else []
    counts += [f"{len(result.waived):,} waived"] if result.waived else []
    counts += [f"{len(result.not_run):,} not run"] if result.not_run else []
    seconds = sum(suite.seconds for suite in result.suites)
    return f"{', '.join(counts)} in {seconds:.1f} s (--seed {result.seed})"


# Of the obligations that one reason keeps from running, so many are named.
MOST_SHOWN = 10


def _table(result: RunResult) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("endpoint", overflow="fold")
    for column in ("held", "broken", "waived", "not run"):
        table.add_column(column, justify="right")
    for endpoint, results in result.by_endpoint().items():
        held = sum(each.outcome == "held" for each in results)
        waived = sum(each.outcome == "waived" for each in results)
        not_run = sum(each.outcome == "not_run" for each in results)
        noted = sum(each.outcome == "noted" for each in results)
        broken = len(results) - held - waived - not_run - noted
        table.add_row(
            endpoint,
            Text(f"{held:,}", style="green" if held else "dim"),
            Text(f"{broken:,}", style="bold red" if broken else "dim"),
            Text(f"{waived:,}", style="" if waived else "dim"),
            Text(f"{not_run:,}", style="yellow" if not_run else "dim"),
        )
    return table


def _show_broken(screen: Console, results: Sequence[Result]) -> None:
    """Each failure once: what many tests need may fail before all of them."""
    alike: dict[tuple[str, str], list[Result]] = {}
    for each in results:
        alike.setdefault((each.outcome, each.message or each.reason), []).append(each)
    for (outcome, text), group in alike.items():
        first, *others = group
        word = "broken" if outcome == "broken" else "error"
        place = f" ({first.spec})" if first.spec else ""
        screen.print()
        screen.print(
            Text.assemble((f"{word} ", "bold red"), (first.obligation, "bold"), place),
            soft_wrap=True,
        )
        if others:
            screen.print(Text(f"  and so for {len(others):,} more:", style="bold"))
            _show_some(screen, others)
        for line in text.splitlines():
            screen.print(Text(f"  {line}".rstrip()), soft_wrap=True)


def _show_noted(screen: Console, results: Sequence[Result]) -> None:
    if results:
        screen.print(Text("\nnoted, and milder than what fails:", style="bold yellow"))
    for each in results:
        text = f"  {each.obligation} ({each.spec}): {each.message.partition(chr(10))[0]}"
        screen.print(Text(text), soft_wrap=True)


def _show_some(screen: Console, results: Sequence[Result]) -> None:
    for each in results[:MOST_SHOWN]:
        place = f" ({each.spec})" if each.spec else ""
        screen.print(Text(f"    {each.obligation}{place}", style="dim"), soft_wrap=True)
    if len(results) > MOST_SHOWN:
        more = f"    and {len(results) - MOST_SHOWN:,} more; `--report FILE` names them all"
        screen.print(Text(more, style="dim"), soft_wrap=True)


def _show_untested(
    screen: Console, title: str, results: Sequence[Result], unreachable: Sequence[str]
) -> None:
    reasons: dict[str, list[Result]] = {}
    for each in results:
        reasons.setdefault(each.reason, []).append(each)
    if reasons:
        screen.print(Text(f"\n{title}:", style="bold yellow"))
    for reason, group in reasons.items():
        screen.print(Text(f"  {reason}"), soft_wrap=True)
        if reason in unreachable:
            screen.print(Text(f"    all {len(group):,} that need it", style="dim"))
            continue
        _show_some(screen, group)
