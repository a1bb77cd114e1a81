"""POST /upload keeps what parameters.bts:41 says."""

import pytest
from specc.runtime import Actor, Change, Drop, File, Put, expect, obligation

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


@obligation("upload.rejects", "parameters.bts:45")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("photo"), id="photo.missing"),
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


@obligation("upload.refuses.anonymous", "parameters.bts:46")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            upload, body={"photo": File("example.bin", b"specc"), "title": "text"}
        ),
        401,
    )
