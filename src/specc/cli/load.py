"""`specc load`."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from specc.cli import exits
from specc.cli.building import report, say_notes
from specc.cli.options import OUTPUT, Force, Output, Quiet
from specc.cli.terminal import complain, say


class Engine(StrEnum):
    """Whose client sends the requests."""

    specc = "specc"
    stock = "stock"


def load(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The spec.")],
    profile: Annotated[str, typer.Argument(metavar="PROFILE", help="Its load profile.")],
    output: Output = OUTPUT,
    env: Annotated[
        str,
        typer.Option(
            "--env", metavar="NAME", help="The services' urls `in NAME`.", show_default=False
        ),
    ] = "",
    seed: Annotated[
        int | None, typer.Option("--seed", help="Repeat the chance of a run.", show_default=False)
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host",
            metavar="HOST",
            help="A host that may be put under load besides those that specs allow; repeatable.",
            show_default=False,
        ),
    ] = None,
    report_folder: Annotated[
        str,
        typer.Option(
            "--report",
            metavar="DIR",
            help="Write the report there: a page, JSON, JUnit, CSV, Prometheus.",
            show_default=False,
        ),
    ] = "",
    workers: Annotated[
        int,
        typer.Option("--workers", "-n", metavar="N", min=1, help="Processes to share the load."),
    ] = 1,
    master: Annotated[
        bool, typer.Option("--master", help="Have workers of other machines send the load.")
    ] = False,
    expect_workers: Annotated[
        int,
        typer.Option(
            "--expect-workers", metavar="N", min=1, help="How many workers a master waits for."
        ),
    ] = 1,
    bind: Annotated[
        str,
        typer.Option(
            "--bind",
            metavar="ADDRESS",
            help="Where a master hears of workers: of this machine alone, if left out.",
            show_default=False,
        ),
    ] = "",
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=1, max=65535, help="A master's port.")
    ] = 5557,
    engine: Annotated[
        Engine | None,
        typer.Option(
            "--engine",
            help="Who sends, whatever the profile says: `stock` is Locust's own client.",
            show_default=False,
        ),
    ] = None,
    prometheus: Annotated[
        str,
        typer.Option(
            "--prometheus",
            metavar="[ADDRESS:]PORT",
            help="Serve the figures at /metrics while it lasts.",
            show_default=False,
        ),
    ] = "",
    manifests: Annotated[
        str,
        typer.Option(
            "--manifests",
            metavar="DIR",
            help="Write files that run it in containers, with so many workers; send nothing.",
            show_default=False,
        ),
    ] = "",
    save_baseline: Annotated[
        bool,
        typer.Option(
            "--save-baseline", help="Keep the run in load-baselines/, for `regression` to compare."
        ),
    ] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="Leave what the profile creates; delete nothing.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would be done; send nothing.")
    ] = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Build a spec's suite, run one of its load profiles, and judge what it requires.

    Exit codes: 0 all holds, 1 something is broken, or the run was no valid one, 2 a spec or an
    option is wrong, 3 a service can't be reached or started, 4 a defect of specc.

    **Example:** `specc load specs/shop.bts checkout --report load-report`
    """
    from specc.driver.build import build
    from specc.driver.loading import KILLED, LoadOptions, check_profile, run_profile

    built = build([file], output, force=force)
    if not built.ok:
        raise typer.Exit(report(built, quiet))
    say_notes(built.notes, quiet)
    if len(built.suites) != 1:
        complain(f"{file} makes {len(built.suites)} suites: name one spec that declares a service")
        raise typer.Exit(exits.WRONG)
    if manifests:
        from specc.driver.containers import write_manifests

        check_profile(output, built.suites[0], profile)
        for place in write_manifests(output, built.suites[0], profile, workers, manifests):
            say(place)
        return
    options = LoadOptions(
        profile=profile,
        environment=env,
        seed=seed,
        allow_hosts=tuple(allow_host or ()),
        report=report_folder,
        dry_run=dry_run,
        save_baseline=save_baseline,
        workers=workers,
        expect_workers=expect_workers if master else 0,
        bind=bind,
        port=port,
        prometheus=prometheus,
        engine="" if engine is None else engine,
        keep=keep,
        quiet=quiet,
    )
    sys.stdout.flush()
    code = run_profile(output, built.suites[0], options, sys.stdout.buffer)
    if code == KILLED:
        complain("the run was killed from outside")
    raise typer.Exit(exits.DEFECT if code == KILLED else code)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(load)
