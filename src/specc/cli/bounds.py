"""Options that say how much a run may ask of a service."""

from __future__ import annotations

import re
from typing import Annotated, TypeAlias

import typer

MaxBody: TypeAlias = Annotated[
    str,
    typer.Option(
        "--max-body",
        metavar="SIZE",
        help="Send no larger body: `64KB`, `5MB`. 10MB if left out.",
        show_default=False,
    ),
]
MaxRate: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--max-rate",
        metavar="N",
        min=1,
        help="Send at most N requests a second.",
        show_default=False,
    ),
]
MaxCases: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--max-cases",
        metavar="N",
        min=1,
        help="Run at most N changed requests an endpoint.",
        show_default=False,
    ),
]
SecurityRequests: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--security-requests",
        metavar="N",
        min=1,
        help="Send at most N requests for the security tests of a suite.",
        show_default=False,
    ),
]
SecurityTime: TypeAlias = Annotated[
    str,
    typer.Option(
        "--security-time",
        metavar="TIME",
        help="Begin no security test of a suite later than TIME: `30s`, `5m`.",
        show_default=False,
    ),
]

_UNITS = {"": 1, "B": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}


def seconds(text: str, option: str) -> int:
    """Seconds, as a spec writes times. Raises BadParameter for what is none."""
    found = re.fullmatch("([0-9]{1,6}) ?(s|m|h)", text)
    if found is None or not int(found[1]):
        raise typer.BadParameter("a time such as `30s` or `5m`", param_hint=option)
    return int(found[1]) * {"s": 1, "m": 60, "h": 3600}[found[2]]


def size(text: str, option: str) -> int:
    """Bytes, as a spec writes sizes. Raises BadParameter for what is none."""
    found = re.fullmatch("([0-9]{1,9}) ?([KMG]?B)?", text)
    if found is None or not int(found[1]):
        raise typer.BadParameter("a size such as `64KB` or `5MB`", param_hint=option)
    return int(found[1]) * _UNITS[found[2] or ""]
