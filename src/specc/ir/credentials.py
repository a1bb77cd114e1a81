"""What goes with a request to say who asks."""

from __future__ import annotations

import attrs

from specc.ir.expressions import Value


@attrs.frozen
class Credential:
    """`bearer`, `basic`, `digest`, `header` or `cookie` with values, or `oauth2` with settings."""

    kind: str
    values: tuple[Value, ...]
    settings: tuple[tuple[str, Value], ...]
    place: str
