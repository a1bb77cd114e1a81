"""What generated locustfiles are written in. Importing it brings in Locust, which patches sockets.

A locustfile declares its requests with `call` and `request`, its flows as functions of a `Caller`,
and each profile as a `LoadUser` with a `Profile`. It runs under plain `locust -f`.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from specc.runtime.load.caller import Caller
from specc.runtime.load.prepared import Slot, call, request
from specc.runtime.load.profile import Profile, Think, Threshold
from specc.runtime.load.stages import Stages, hold, ramp, spike, step
from specc.runtime.load.users import LoadUser, ProfileShape  # first: Locust patches what others use

__all__ = [
    "Caller",
    "LoadUser",
    "Profile",
    "ProfileShape",
    "Slot",
    "Stages",
    "Think",
    "Threshold",
    "call",
    "hold",
    "ramp",
    "request",
    "spike",
    "step",
    "suite_of",
]


def suite_of(file: str) -> str:
    """The package that the folder of a locustfile is, by a name that clashes with no other.

    Locust loads a locustfile by its path and knows nothing of the files beside it.
    """
    folder = Path(file).resolve().parent
    name = f"specc_load_{folder.name}"
    if name not in sys.modules:
        place = folder / "__init__.py"
        spec = importlib.util.spec_from_file_location(
            name, place, submodule_search_locations=[str(folder)]
        )
        if spec is None or spec.loader is None:
            raise ImportError(f"{folder} is no generated suite: it has no __init__.py")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return name
