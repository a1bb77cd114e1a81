"""`specc demo`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from specc.cli import exits
from specc.cli.terminal import complain, console, say
from specc.driver.inputs import DriverError


def demo(
    port: Annotated[
        int, typer.Option("--port", "-p", min=0, max=65535, help="0 takes any free port.")
    ] = 8321,
    host: Annotated[str, typer.Option("--host", help="An address of this machine.")] = "127.0.0.1",
    fault: Annotated[
        list[str] | None,
        typer.Option(
            "--fault",
            metavar="NAME",
            help="Switch a defect on; may be repeated.",
            show_default=False,
        ),
    ] = None,
    list_faults: Annotated[
        bool, typer.Option("--list-faults", help="List the defects that can be switched on.")
    ] = False,
) -> None:
    """Run the demo shop: a little HTTP service to try specs on, with or without defects.

    **Example:** `specc demo --port 8321 --fault create-rounds-total`
    """
    if list_faults:
        _list_faults()
        return
    raise typer.Exit(_serve(host, port, fault or []))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(demo)


def _serve(host: str, port: int, faults: list[str]) -> int:
    from specc.demo import UnknownFaultError, serve

    if not _is_loopback(host):
        raise DriverError(
            f"the demo shop serves this machine only, not {host}",
            "it has real defects: choose a loopback address such as 127.0.0.1",
        )
    try:
        serve(port, host=host, faults=faults, ready=_ready)
    except UnknownFaultError as error:
        raise DriverError(str(error), "`specc demo --list-faults` lists them") from error
    except OSError as error:
        complain(error.strerror or str(error), "choose another port with --port, or 0 for any")
        return exits.UNREACHED
    return exits.HOLDS


def _is_loopback(host: str) -> bool:
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _ready(url: str) -> None:
    say(f"the demo shop is open at {url}; Ctrl-C closes it")
    sys.stdout.flush()


def _list_faults() -> None:
    from rich.table import Table

    from specc.demo import FAULTS

    table = Table(box=None, pad_edge=False)
    for column in ("fault", "where", "found by", "what is wrong"):
        table.add_column(column, no_wrap=column != "what is wrong")
    for fault in FAULTS:
        table.add_row(fault.name, fault.endpoint, fault.kind, fault.summary)
    console().print(table)
