"""POST /anything/upload keeps what specs/httpbin.bts:152 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Resize,
    expect,
    file,
    obligation,
    survived,
)

from .contracts import Anything
from .endpoints import upload
from .service import ROOT


@obligation("upload.conforms", "specs/httpbin.bts:155")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(
            upload,
            body={
                "photo": file("data/pixel.png", ROOT / "specs/httpbin.bts"),
                "caption": "one pixel",
            },
        ),
        200,
        Anything,
    )


@obligation("upload.accepts", "specs/httpbin.bts:155")
@pytest.mark.parametrize(
    "change",
    [
        Resize("photo", 64000, "maximum"),
        Drop("caption", "absent"),
        Put("caption", "", "empty"),
        Put("caption", "a" * 80, "maximum_length"),
        Put("caption", "a" * 79, "near_maximum_length"),
    ],
    ids=str,
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        anonymous.call(
            upload,
            body=change(
                {
                    "photo": file("data/pixel.png", ROOT / "specs/httpbin.bts"),
                    "caption": "one pixel",
                }
            ),
        ),
        200,
        Anything,
    )


@obligation("upload.survives", "specs/httpbin.bts:152")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("caption", "'\"`;--%s\\", "quotes"),
        Put("caption", "a\x00b", "nul"),
        Put("caption", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("caption", "e" + "\u0301" * 60, "stacked_marks"),
        Put("caption", "\ud800", "not_utf8"),
        Drop("photo", "missing"),
        Resize("photo", 64001, "too_large"),
        Put("caption", "a" * 81, "too_long"),
    ],
    ids=str,
)
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        anonymous.call(
            upload,
            body=change(
                {
                    "photo": file("data/pixel.png", ROOT / "specs/httpbin.bts"),
                    "caption": "one pixel",
                }
            ),
        )
    )
