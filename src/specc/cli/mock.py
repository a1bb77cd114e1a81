"""`specc mock`."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from specc.cli import exits
from specc.cli.building import say_notes
from specc.cli.options import OUTPUT
from specc.cli.terminal import complain, say
from specc.driver.inputs import DriverError

if TYPE_CHECKING:
    from specc.driver.stages import Planned
    from specc.mock.mock import Behaviour

_TIME = re.compile(r"([0-9]+(?:\.[0-9]+)?)(ms|s)")
_SHARE = re.compile(r"([0-9]+(?:\.[0-9]+)?)%")
_ORIGIN = re.compile(r"\*|null|https?://[A-Za-z0-9.\[\]:-]+")


def mock(
    spec: Annotated[str, typer.Argument(metavar="SPEC", help="The spec to serve.")],
    port: Annotated[
        int,
        typer.Option(
            "--port",
            "-p",
            min=0,
            max=65535,
            help="The first service's port; the others follow. 0 takes any free ones.",
        ),
    ] = 8400,
    seed: Annotated[int, typer.Option("--seed", help="Repeat the values that are made.")] = 0,
    latency: Annotated[
        str,
        typer.Option(
            "--latency",
            metavar="TIME",
            help="How long answers take: `100ms`, or `50ms..200ms`.",
            show_default=False,
        ),
    ] = "",
    fail: Annotated[
        str,
        typer.Option(
            "--fail",
            metavar="SHARE",
            help="How many calls are answered 503: `2%`.",
            show_default=False,
        ),
    ] = "",
    cors: Annotated[
        str,
        typer.Option(
            "--cors",
            metavar="ORIGIN",
            help="An origin that browsers may call from, or `*`.",
            show_default=False,
        ),
    ] = "",
    seeded: Annotated[
        int, typer.Option("--seeded", metavar="N", min=0, max=1000, help="Things of each kind.")
    ] = 0,
    check: Annotated[
        bool,
        typer.Option(
            "--check", help="Serve nothing: tell which obligations the mock doesn't hold, and why."
        ),
    ] = False,
) -> None:
    """Serve a mock of a spec's services on this machine: in memory, from the spec alone.

    It holds what the spec declares. What only the service's own rules can know, it can't:
    `--check` runs the suite on it and tells.

    **Example:** `specc mock specs/shop.bts --port 8400 --latency 50ms..200ms --seeded 20`
    """
    from specc.mock.mock import Behaviour

    behaviour = Behaviour(_latency(latency), _share(fail), _origin(cors), seeded)
    planned = _planned(spec)
    if check:
        raise typer.Exit(_check(planned, seed))
    raise typer.Exit(_serve(planned, port, seed, behaviour))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(mock)


def _planned(spec: str) -> Planned:
    """The one suite of a spec. Raises DriverError where it has none, typer.Exit for mistakes."""
    from specc.driver.stages import plans

    made = plans([spec], OUTPUT)
    say_notes(made.notes, quiet=True)
    if made.failed:
        raise typer.Exit(exits.WRONG)
    served = [each for each in made.suites if each.suite.services]
    if not served:
        raise DriverError(f"{spec} declares no service", "name a spec with a `service` in it")
    if len(served) > 1:
        names = ", ".join(each.root for each in served)
        raise DriverError(f"{spec} holds several specs: {names}", "name one of them")
    return served[0]


def _latency(text: str) -> tuple[float, float]:
    if not text:
        return (0.0, 0.0)
    ends = [_TIME.fullmatch(part) for part in text.split("..")]
    if len(ends) > 2 or not all(ends):
        raise typer.BadParameter("a time as in 100ms, or 50ms..200ms", param_hint="--latency")
    times = [float(end[1]) / (1000 if end[2] == "ms" else 1) for end in ends if end]
    if times[0] > times[-1] or times[-1] > 60:
        raise typer.BadParameter("the least time first, and 60s at most", param_hint="--latency")
    return (times[0], times[-1])


def _share(text: str) -> float:
    if not text:
        return 0.0
    found = _SHARE.fullmatch(text)
    if found is None or float(found[1]) > 100:
        raise typer.BadParameter("a share as in 2%, 100% at most", param_hint="--fail")
    return float(found[1]) / 100


def _origin(text: str) -> str:
    if text and _ORIGIN.fullmatch(text) is None:
        raise typer.BadParameter("an origin as in http://localhost:5173, or *", param_hint="--cors")
    return text


def _serve(planned: Planned, port: int, seed: int, behaviour: Behaviour) -> int:
    import os

    from specc.mock.mock import Mock, serve
    from specc.serving.server import until_stopped

    names = [service.name for service in planned.suite.services]
    if port and port + len(names) - 1 > 65_535:
        raise typer.BadParameter("the last service's port is above 65535", param_hint="--port")
    ports = {name: port + at if port else 0 for at, name in enumerate(names)}
    made = Mock.of(planned.suite, os.environ, seed, behaviour)
    try:
        with until_stopped() as wait, serve(made, ports) as urls:
            for name, url in urls.items():
                say(f"a mock of {name} is open at {url}")
            say(_promise(planned))
            say("Ctrl-C closes it")
            sys.stdout.flush()
            wait()
    except OSError as error:
        complain(error.strerror or str(error), "choose another port with --port, or 0 for any")
        return exits.UNREACHED
    if made.troubles:
        told = "".join(f"\n  {trouble!r}" for trouble in made.troubles[:20])
        complain(f"the mock itself failed {len(made.troubles):,} times:{told}", "please report it")
        return exits.DEFECT
    say("closed; nothing was kept")
    return exits.HOLDS


def _promise(planned: Planned) -> str:
    tests = len(planned.suite.tests)
    if not tests:
        return "it holds what the spec declares"
    return (
        "it holds what the spec declares; what the spec's own tests say of the service's rules "
        f"it may not: `specc mock {planned.root} --check` tells"
    )


def _check(planned: Planned, seed: int) -> int:
    from specc.driver.mutating.session import check_health

    found = check_health(planned, seed)
    if found.trouble:
        complain(found.trouble)
        return exits.DEFECT
    for name, why in found.set_aside.items():
        say(f"not held: {name}")
        say(f"  {why}")
    held = found.tests - len(found.set_aside)
    say(f"{planned.root}: the mock holds {held:,} of {found.tests:,} obligations that are tested")
    return exits.BROKEN if found.set_aside else exits.HOLDS
