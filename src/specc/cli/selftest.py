"""`specc selftest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from specc.cli import exits
from specc.cli.terminal import complain, say
from specc.driver.inputs import DriverError

if TYPE_CHECKING:
    from specc.driver.selftesting.results import Judged, Selftest
    from specc.rules import Rule


def selftest(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[RULE]...",
            help="Such as bola.read; all are run if left out.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int, typer.Option("--workers", "-n", metavar="N", min=1, max=64, help="Suites at a time.")
    ] = 2,
) -> None:
    """Run every security rule on a little service that breaks it, and all on the same one mended.

    The services are specc's own, and are served on loopback.

    Exit codes: 0 every rule finds its flaw and none speaks of what is in order, 1 one doesn't,
    2 there is no such rule.

    **Example:** `specc selftest bola.read inj.sql`
    """
    from specc.driver.selftesting.session import selftest as run
    from specc.rules import RULES, UNLOADED

    for wrong in UNLOADED:
        complain(wrong)
    rules = [_named(name) for name in names or ()] or list(RULES.values())
    widest = max((len(rule.name) for rule in rules), default=0)
    done = run(rules, workers, lambda judged: say(_line(judged, widest)))
    _sum_up(done)
    raise typer.Exit(exits.HOLDS if done.ok and not UNLOADED else exits.BROKEN)


def _named(name: str) -> Rule:
    from specc.diagnostics.suggest import did_you_mean
    from specc.rules import RULES

    rule = RULES.get(name)
    if rule is None:
        near = did_you_mean(name, RULES)
        hint = f"did you mean `{near}`?" if near else "`specc rules` lists them"
        raise DriverError(f"there is no security rule `{name}`", hint)
    return rule


def _line(judged: Judged, widest: int) -> str:
    name = f"{judged.rule:<{widest}}"
    if judged.trouble:
        return f"{name}  not run: {judged.trouble}"
    flawed = "hit   " if judged.hit else "MISSED"
    own = [alarm for alarm in judged.alarms if alarm.rule == judged.rule]
    if own:
        fixed = f"FALSE ALARM at {', '.join(alarm.obligation for alarm in own)}"
    elif judged.held:
        fixed = f"silent in {judged.held} test{'s' if judged.held > 1 else ''}"
    else:
        fixed = judged.why or "not run"
    return f"{name}  flawed: {flawed}  fixed: {fixed}"


def _sum_up(done: Selftest) -> None:
    for alarm in done.alarms:
        complain(f"a false alarm, {alarm.obligation}: {alarm.message}")
    for name, why in done.elsewhere:
        say(f"{name}: {why}")
    hits = sum(each.hit for each in done.judged)
    alarms = len(done.alarms)
    say(
        f"{hits} of {len(done.judged)} rules find their flaw, "
        f"{alarms} false alarm{'' if alarms == 1 else 's'}, {done.seconds:.0f} s"
    )


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(selftest)
