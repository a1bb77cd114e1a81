"""POST /redirect-to keeps what specs/httpbin.bts:243 says."""

import pytest
from specc.runtime import Actor, Change, Drop, Put, Repeat, expect, obligation, survived

from .endpoints import redirect_post

BODY = {"message": "again"}


@obligation("redirect_post.conforms", "specs/httpbin.bts:248")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(redirect_post, {"url": "/post"}, body=BODY), 302)


@obligation("redirect_post.accepts", "specs/httpbin.bts:248")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("message", "a"), id="message.minimum_length"),
        pytest.param(Put("message", "a" * 100), id="message.maximum_length"),
        pytest.param(Put("message", "aa"), id="message.near_minimum_length"),
        pytest.param(Put("message", "a" * 99), id="message.near_maximum_length"),
        pytest.param(Put("message", "é" * 100), id="message.maximum_length_not_ascii"),
        pytest.param(Put("message", "👩\u200d👩\u200d👧 🇪🇺"), id="message.emoji"),
        pytest.param(Put("message", "שלום عالم"), id="message.right_to_left"),
        pytest.param(Put("message", "éñü"), id="message.composed"),
        pytest.param(Put("message", "e\u0301n\u0303u\u0308"), id="message.decomposed"),
    ],
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        anonymous.call(redirect_post, {"url": "/post"}, body=change(BODY)),
        (302, 303, 307),
    )


@obligation("redirect_post.accepts", "specs/httpbin.bts:248")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("url", "/a"), id="query.url.shortest"),
        pytest.param(Put("url", "/aaaaaaaaaaaaaaaaaaaa"), id="query.url.longest"),
        pytest.param(Put("status_code", 303), id="query.status_code.value_303"),
        pytest.param(Put("status_code", 307), id="query.status_code.value_307"),
    ],
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        anonymous.call(redirect_post, change({"url": "/post"}), body=BODY),
        (302, 303, 307),
    )


@obligation("redirect_post.survives", "specs/httpbin.bts:243")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("message", "'\"`;--%s\\"), id="message.quotes"),
        pytest.param(Put("message", "a\x00b"), id="message.nul"),
        pytest.param(Put("message", "\u202ea\u202c\ufeff"), id="message.bidi_override"),
        pytest.param(Put("message", "e" + "\u0301" * 60), id="message.stacked_marks"),
        pytest.param(Put("message", "\ud800"), id="message.lone_surrogate"),
        pytest.param(Put("message", " "), id="message.blank"),
        pytest.param(Repeat("message"), id="body.repeated_key"),
        pytest.param(Drop("message"), id="message.missing"),
        pytest.param(Put("message", None), id="message.null"),
        pytest.param(Put("message", 12345), id="message.wrong_type"),
        pytest.param(Put("message", ""), id="message.too_short"),
        pytest.param(Put("message", "a" * 101), id="message.too_long"),
        pytest.param(Put("message", "a" * 100000), id="message.much_too_long"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", b'{"text": "\xff"}'), id="body.not_utf8"),
        pytest.param(Put("", b"[" * 1000 + b"]" * 1000), id="body.nested"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
        pytest.param(Put("", None), id="body.null"),
        pytest.param(Put("", []), id="body.list"),
        pytest.param(Put("", {}), id="body.object"),
        pytest.param(Put("", b""), id="body.empty"),
    ],
)
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(redirect_post, {"url": "/post"}, body=change(BODY)), 413)
