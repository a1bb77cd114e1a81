"""POST /upload keeps what parameters.bts:41 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    File,
    Put,
    Resize,
    expect,
    forged,
    obligation,
    survived,
)

from .contracts import Problem
from .endpoints import upload


@obligation("upload.conforms", "parameters.bts:44")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 204 as declared."""
    expect(
        ann.call(
            upload, body={"photo": File("example.bin", b"specc"), "title": "text"}
        ),
        204,
    )


@obligation("upload.accepts", "parameters.bts:44")
@pytest.mark.parametrize(
    "change",
    [
        Resize("photo", 5000000, "maximum"),
        Put("title", "a", "minimum_length"),
        Put("title", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "maximum_length"),
        Put("title", "aa", "near_minimum_length"),
        Put("title", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "near_maximum_length"),
    ],
    ids=str,
)
def test_accepts(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        ann.call(
            upload,
            body=change({"photo": File("example.bin", b"specc"), "title": "text"}),
        ),
        204,
    )


@obligation("upload.rejects", "parameters.bts:45")
@pytest.mark.parametrize(
    "change",
    [
        Drop("photo", "missing"),
        Resize("photo", 5000001, "too_large"),
        Drop("title", "missing"),
        Put("title", "", "too_short"),
        Put("title", "a" * 41, "too_long"),
    ],
    ids=str,
)
def test_rejects(ann: Actor, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(
        ann.call(
            upload,
            body=change({"photo": File("example.bin", b"specc"), "title": "text"}),
        ),
        400,
        Problem,
    )


@obligation("upload.survives", "parameters.bts:41")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("title", "'\"`;--%s\\", "quotes"),
        Put("title", "a\x00b", "nul"),
        Put("title", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("title", "e" + "\u0301" * 60, "stacked_marks"),
        Put("title", "\ud800", "not_utf8"),
    ],
    ids=str,
)
def test_survives(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        ann.call(
            upload,
            body=change({"photo": File("example.bin", b"specc"), "title": "text"}),
        )
    )


@obligation("upload.refuses.anonymous", "parameters.bts:46")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            upload, body={"photo": File("example.bin", b"specc"), "title": "text"}
        ),
        401,
    )


@obligation("upload.refuses.made_up_credential", "parameters.bts:46")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(ann).call(
            upload, body={"photo": File("example.bin", b"specc"), "title": "text"}
        ),
        401,
    )
