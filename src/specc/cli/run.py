"""`specc run`."""

from __future__ import annotations

from typing import Annotated

import attrs
import typer

from specc.cli import exits
from specc.cli.bounds import (
    MaxBody,
    MaxCases,
    MaxRate,
    SecurityRequests,
    SecurityTime,
    seconds,
    size,
)
from specc.cli.building import report, say_notes
from specc.cli.options import OUTPUT, Force, Output, Paths, Quiet, chosen
from specc.cli.run_options import (
    Annotate,
    ChangedSince,
    FailOnAlert,
    Html,
    Markdown,
    NoHistory,
    OnFailure,
    PipelineName,
    StageName,
)
from specc.cli.terminal import complain, say


def run(
    paths: Paths = None,
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
    examples: Annotated[
        int,
        typer.Option(
            "--examples",
            metavar="N",
            min=0,
            help="Try each property with N requests that are made up.",
            show_default=True,
        ),
    ] = 0,
    max_requests: Annotated[
        int | None,
        typer.Option(
            "--max-requests",
            metavar="N",
            min=1,
            help="Make up no more requests once a suite has sent N.",
            show_default=False,
        ),
    ] = None,
    learn: Annotated[
        str,
        typer.Option(
            "--learn",
            metavar="FILE",
            help="Append a test in .bts for each property that is broken.",
            show_default=False,
        ),
    ] = "",
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host",
            metavar="HOST",
            help="A host that may be contacted besides those that the specs name; repeatable.",
            show_default=False,
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            "-k",
            metavar="PATTERN",
            help="Only obligations whose id has this in it, or matches it (`*`); repeatable.",
            show_default=False,
        ),
    ] = None,
    pipeline: PipelineName = "",
    stage: StageName = "",
    on_failure: OnFailure = False,
    changed_since: ChangedSince = "",
    workers: Annotated[
        str,
        typer.Option(
            "--workers",
            "-n",
            metavar="N",
            help="Processes at a time, or `auto`.",
            show_default=False,
        ),
    ] = "",
    junit: Annotated[
        str,
        typer.Option("--junit", metavar="FILE", help="Write a JUnit file too.", show_default=False),
    ] = "",
    report_file: Annotated[
        str,
        typer.Option(
            "--report", metavar="FILE", help="Write the report as JSON too.", show_default=False
        ),
    ] = "",
    load: Annotated[
        bool,
        typer.Option("--load", help="Run all load profiles, and not only those tagged smoke."),
    ] = False,
    sarif: Annotated[
        str,
        typer.Option(
            "--sarif", metavar="FILE", help="Write what is broken as SARIF too.", show_default=False
        ),
    ] = "",
    html: Html = "",
    markdown: Markdown = "",
    annotate: Annotate = None,
    fail_on_alert: FailOnAlert = False,
    no_history: NoHistory = False,
    stop_first: Annotated[
        bool, typer.Option("--exitfirst", "-x", help="Stop at the first that is broken.")
    ] = False,
    max_body: MaxBody = "",
    max_rate: MaxRate = None,
    max_cases: MaxCases = None,
    security_requests: SecurityRequests = None,
    security_time: SecurityTime = "",
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Build the suites, run them, and tell of every obligation: held, broken, or not run and why.

    Exit codes: 0 all holds, 1 something is broken, 2 a spec or an option is wrong, 3 a service
    can't be reached or started, 4 a defect of specc.

    **Example:** `specc run specs/shop.bts --only 'create_order.*' --seed 7`
    """
    from specc.cli.changed import since
    from specc.cli.progress import watching
    from specc.cli.report import show_run, show_unwitnessed
    from specc.cli.telling import Telling, Which, tell
    from specc.driver.build import build
    from specc.driver.running import session

    if learn and not learn.endswith(".bts"):
        raise typer.BadParameter("the name of a spec ends in .bts", param_hint="--learn")
    if workers and workers not in ("auto", "logical") and not workers.isdecimal():
        raise typer.BadParameter("a number, or `auto`", param_hint="--workers")
    built = build(chosen(paths), output, force=force)
    if not built.ok:
        raise typer.Exit(report(built, quiet))
    say_notes(built.notes, quiet)
    if not built.suites:
        complain("there is nothing to run: no spec declares both a service and what to test of it")
        raise typer.Exit(exits.WRONG)
    options = session.Options(
        environment=env,
        seed=seed,
        examples=examples,
        max_requests=max_requests,
        allow_hosts=tuple(allow_host or ()),
        only=tuple(only or ()),
        workers=workers,
        junit=junit,
        report=report_file,
        load="all" if load else "smoke",
        sarif=sarif,
        stop_first=stop_first,
        max_body=size(max_body, "--max-body") if max_body else None,
        max_rate=max_rate,
        max_cases=max_cases,
        security_requests=security_requests,
        security_seconds=seconds(security_time, "--security-time") if security_time else None,
    )
    telling = Telling(
        html=html,
        markdown=markdown,
        annotate=annotate.value if annotate else "",
        fail_on_alert=fail_on_alert,
        history=not no_history,
        quiet=quiet,
        environment=env,
    )
    if pipeline:
        from specc.cli.pipeline import run_named

        if only or changed_since:
            raise typer.BadParameter("its stages say what is run", param_hint="--pipeline")
        which = Which(pipeline, stage, on_failure)
        raise typer.Exit(run_named(chosen(paths), output, which, options, telling))
    if stage or on_failure:
        raise typer.BadParameter("it is one of a pipeline", param_hint="--stage")
    if changed_since:
        options = attrs.evolve(options, chosen=since(chosen(paths), changed_since, only, quiet))
        if not any((options.chosen or {}).values()):
            raise typer.Exit(exits.HOLDS)
    with watching(quiet) as watcher:
        result = session.run(output, built.suites, options, watcher)
    show_run(result, quiet)
    alerted = tell(telling, chosen(paths), output, result)
    if not quiet and result.all_ran:
        from specc.driver.covering import coverage

        show_unwitnessed(coverage(chosen(paths), output))
    if any(suite.found for suite in result.suites):
        from specc.cli.learned import show_learned, show_sequences
        from specc.driver.learning import learn as keep
        from specc.driver.learning import sequences

        show_sequences(sequences(result))
        if learn:
            show_learned(keep(learn, result), quiet)
    elif learn:
        say(f"{learn}: there was nothing to learn")
    if result.interrupted:
        complain("interrupted: what had been done by then is told above")
        raise typer.Exit(exits.BROKEN)
    if result.trouble:
        raise typer.Exit(exits.DEFECT)
    if result.unreachable:
        raise typer.Exit(exits.UNREACHED)
    raise typer.Exit(exits.BROKEN if result.broken or alerted else exits.HOLDS)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(run)
