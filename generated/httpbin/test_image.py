"""GET /image keeps what specs/httpbin.bts:465 says.

In the format that is asked for.
"""

import pytest
from specc.runtime import Actor, Change, Drop, Put, expect, obligation

from .contracts import NotAcceptable
from .endpoints import image


@obligation("image.conforms", "specs/httpbin.bts:468")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(image, {"Accept": "image/jpeg"}), 200)


@obligation("image.rejects", "specs/httpbin.bts:469")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("Accept"), id="header.Accept.missing"),
        pytest.param(Put("Accept", "no_such_value"), id="header.Accept.not_in_enum"),
    ],
)
def test_rejects_Accept(anonymous: Actor, change: Change) -> None:
    """An invalid Accept is answered 406."""
    expect(anonymous.call(image, change({"Accept": "image/jpeg"})), 406, NotAcceptable)
