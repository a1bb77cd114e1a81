"""GET /base64/{value} keeps what specs/httpbin.bts:429 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, survived

from .endpoints import decode_base64


@obligation("decode_base64.conforms", "specs/httpbin.bts:431")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(decode_base64, {"value": "SGVsbG8="}), 200)


@obligation("decode_base64.survives", "specs/httpbin.bts:429")
@pytest.mark.parametrize(
    "change",
    [
        Put("value", "a" * 4000, id="path.value.very_long"),
        Put("value", "'\"`;--%s\\", id="path.value.quotes"),
        Put("value", "a\x00b", id="path.value.nul"),
        Put("value", "\u202ea\u202c\ufeff", id="path.value.bidi_override"),
        Put("value", "e" + "\u0301" * 60, id="path.value.stacked_marks"),
        Put("value", "\ud800", id="path.value.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        anonymous.call(decode_base64, change({"value": "SGVsbG8="})), 414, 431, 404, 400
    )


@obligation("decode_base64.again", "specs/httpbin.bts:431")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(decode_base64, {"value": "SGVsbG8="}), 200)
    expect(anonymous.call(decode_base64, {"value": "SGVsbG8="}), 200)
