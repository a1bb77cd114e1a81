"""GET /anything/{shelf}/{number} keeps what specs/httpbin.bts:82 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation, survived

from .contracts import Anything
from .endpoints import show_path


@obligation("show_path.conforms", "specs/httpbin.bts:84")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(show_path, {"shelf": "prose", "number": 12}), 200, Anything)


@obligation("show_path.survives", "specs/httpbin.bts:82")
@pytest.mark.parametrize(
    "change",
    [
        Put("shelf", "a" * 4000, id="path.shelf.very_long"),
        Put("shelf", "'\"`;--%s\\", id="path.shelf.quotes"),
        Put("shelf", "a\x00b", id="path.shelf.nul"),
        Put("shelf", "\u202ea\u202c\ufeff", id="path.shelf.bidi_override"),
        Put("shelf", "e" + "\u0301" * 60, id="path.shelf.stacked_marks"),
        Put("shelf", "\ud800", id="path.shelf.not_utf8"),
        Put("number", 9007199254740993, id="path.number.beyond_doubles"),
        Put("number", 9223372036854775808, id="path.number.beyond_64_bits"),
        Put("number", -9223372036854775809, id="path.number.below_64_bits"),
        Put("number", Raw("text"), id="path.number.wrong_type"),
        Put("number", Raw("NaN"), id="path.number.not_a_number"),
        Put("number", Raw("Infinity"), id="path.number.infinite"),
        Put("number", Decimal("1.5"), id="path.number.fraction"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        anonymous.call(show_path, change({"shelf": "prose", "number": 12})),
        414,
        431,
        404,
        400,
    )


@obligation("show_path.again", "specs/httpbin.bts:84")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(show_path, {"shelf": "prose", "number": 12}), 200, Anything)
    expect(anonymous.call(show_path, {"shelf": "prose", "number": 12}), 200, Anything)
