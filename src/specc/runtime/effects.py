"""What calls do to things: which thing a call creates, and how it is undone afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from specc.runtime.paths import Path, parse

if TYPE_CHECKING:
    from specc.runtime.endpoint import Endpoint


def _path(place: str | Path) -> Path:
    return parse(place) if isinstance(place, str) else tuple(place)


@attrs.frozen
class FromBody:
    """A value of the thing itself, by its path in the thing."""

    path: Path = attrs.field(converter=_path)


@attrs.frozen
class FromParam:
    """A value that the creating call was given as the parameter `name`."""

    name: str


@attrs.frozen
class Undo:
    """The call that deletes a thing: an endpoint (or its name), and where its parameters come from.

    `actor` names the actor that may delete it, if that is another than the one that made it.
    `gone` are statuses, besides 404 and 410, that say that the thing is not there any more.
    """

    endpoint: Endpoint | str
    params: Mapping[str, FromBody | FromParam | object] = attrs.field(factory=dict)
    actor: str | None = None
    gone: tuple[int, ...] = ()


@attrs.frozen
class Creates:
    """The call makes a `thing`.

    `at` is where in the answer's body the thing is; with `from_request`, the thing is what was sent
    and `at` a place in that. Without `undo`, nothing is known that deletes it.
    """

    thing: str
    at: Path = attrs.field(default=(), converter=_path)
    undo: Undo | None = None
    from_request: bool = False
