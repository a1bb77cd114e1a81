"""GET /image keeps what specs/httpbin.bts:487 says.

In the format that is asked for.
"""

import pytest
from specc.runtime import Actor, Change, Drop, Put, expect, obligation

from .contracts import NotAcceptable
from .endpoints import image


@obligation("image.conforms", "specs/httpbin.bts:490")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(image, {"Accept": "image/jpeg"}), 200)


@obligation("image.accepts", "specs/httpbin.bts:490")
@pytest.mark.parametrize(
    "change",
    [
        Put("Accept", "image/png", id="header.Accept.value_image_png"),
        Put("Accept", "image/jpeg", id="header.Accept.value_image_jpeg"),
        Put("Accept", "image/webp", id="header.Accept.value_image_webp"),
        Put("Accept", "image/svg+xml", id="header.Accept.value_image_svg_xml"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(image, change({"Accept": "image/jpeg"})), 200)


@obligation("image.rejects", "specs/httpbin.bts:491")
@pytest.mark.parametrize(
    "change",
    [
        Drop("Accept", id="header.Accept.missing"),
        Put("Accept", "no_such_value", id="header.Accept.not_in_enum"),
    ],
    ids=str,
)
def test_rejects_Accept(anonymous: Actor, change: Change) -> None:
    """An invalid Accept is answered 406."""
    expect(anonymous.call(image, change({"Accept": "image/jpeg"})), 406, NotAcceptable)


@obligation("image.again", "specs/httpbin.bts:490")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(image, {"Accept": "image/jpeg"}), 200)
    expect(anonymous.call(image, {"Accept": "image/jpeg"}), 200)
