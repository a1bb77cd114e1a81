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
        pytest.param(Resize("photo", 5000000), id="photo.maximum"),
        pytest.param(Put("title", "a"), id="title.minimum_length"),
        pytest.param(
            Put("title", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
            id="title.maximum_length",
        ),
        pytest.param(Put("title", "aa"), id="title.near_minimum_length"),
        pytest.param(
            Put("title", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
            id="title.near_maximum_length",
        ),
    ],
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
        pytest.param(Drop("photo"), id="photo.missing"),
        pytest.param(Resize("photo", 5000001), id="photo.too_large"),
        pytest.param(Drop("title"), id="title.missing"),
        pytest.param(Put("title", ""), id="title.too_short"),
        pytest.param(Put("title", "a" * 41), id="title.too_long"),
    ],
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
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("title", "'\"`;--%s\\"), id="title.quotes"),
        pytest.param(Put("title", "a\x00b"), id="title.nul"),
        pytest.param(Put("title", "\u202ea\u202c\ufeff"), id="title.bidi_override"),
        pytest.param(Put("title", "e" + "\u0301" * 60), id="title.stacked_marks"),
        pytest.param(Put("title", "\ud800"), id="title.not_utf8"),
    ],
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
    """Made_up_credential is refused with 401."""
    expect(
        forged(ann).call(
            upload, body={"photo": File("example.bin", b"specc"), "title": "text"}
        ),
        401,
    )
