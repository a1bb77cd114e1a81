"""What a feature is: a method of the protocol, and the function that answers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from specc.lsp.session import Session


class RefusedError(Exception):
    """What was asked for is not done; the message tells the one who asked why."""


@attrs.frozen(eq=False)
class Feature:
    """A method of the protocol. `answer` takes the session and the parameters of the request.

    `empty` is answered where `answer` fails: an editor goes on as if there was nothing to say.
    `options` is what the server announces about it.
    """

    method: str
    answer: Callable[[Session, Any], Any]
    empty: Any = None
    options: Any = None
