"""The variables that a generated suite is run with."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def environment_of(name: str, seed: int | None, allow_hosts: Sequence[str]) -> dict[str, str]:
    """The variables that a generated suite is run with; `name` chooses the services' urls."""
    environment = dict(os.environ)
    if seed is not None:
        environment["SPECC_SEED"] = str(seed)
    if name:
        environment["SPECC_ENV"] = name
    if allow_hosts:
        before = environment.get("SPECC_ALLOW_HOSTS", "")
        environment["SPECC_ALLOW_HOSTS"] = ",".join(part for part in (before, *allow_hosts) if part)
    # A spec's `start` may say `specc demo`: that is found beside the interpreter.
    scripts = os.path.dirname(sys.executable)
    environment["PATH"] = os.pathsep.join([scripts, environment.get("PATH", os.defpath)])
    return environment
