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
        pytest.param(Resize("photo", 64000), id="photo.maximum"),
        pytest.param(Drop("caption"), id="caption.absent"),
        pytest.param(Put("caption", ""), id="caption.empty"),
        pytest.param(Put("caption", "a" * 80), id="caption.maximum_length"),
        pytest.param(Put("caption", "a" * 79), id="caption.near_maximum_length"),
    ],
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
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("caption", "'\"`;--%s\\"), id="caption.quotes"),
        pytest.param(Put("caption", "a\x00b"), id="caption.nul"),
        pytest.param(Put("caption", "\u202ea\u202c\ufeff"), id="caption.bidi_override"),
        pytest.param(Put("caption", "e" + "\u0301" * 60), id="caption.stacked_marks"),
        pytest.param(Put("caption", "\ud800"), id="caption.not_utf8"),
        pytest.param(Drop("photo"), id="photo.missing"),
        pytest.param(Resize("photo", 64001), id="photo.too_large"),
        pytest.param(Put("caption", "a" * 81), id="caption.too_long"),
    ],
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
