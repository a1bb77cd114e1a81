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
        Put("message", "a", "minimum_length"),
        Put("message", "a" * 100, "maximum_length"),
        Put("message", "aa", "near_minimum_length"),
        Put("message", "a" * 99, "near_maximum_length"),
        Put("message", "é" * 100, "maximum_length_not_ascii"),
        Put("message", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("message", "שלום عالم", "right_to_left"),
        Put("message", "éñü", "composed"),
        Put("message", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("message", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
    ],
    ids=str,
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
        Put("url", "/a", id="query.url.shortest"),
        Put("url", "/aaaaaaaaaaaaaaaaaaaa", id="query.url.longest"),
        Put("status_code", 303, id="query.status_code.value_303"),
        Put("status_code", 307, id="query.status_code.value_307"),
    ],
    ids=str,
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
        Put("specc_unknown", "text", id="unknown_field"),
        Put("message", "'\"`;--%s\\", "quotes"),
        Put("message", "a\x00b", "nul"),
        Put("message", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("message", "e" + "\u0301" * 60, "stacked_marks"),
        Put("message", "\ud800", "lone_surrogate"),
        Put("message", " ", "blank"),
        Repeat("message", id="body.repeated_key"),
        Drop("message", "missing"),
        Put("message", None, "null"),
        Put("message", 12345, "wrong_type"),
        Put("message", "", "too_short"),
        Put("message", "a" * 101, "too_long"),
        Put("message", "a" * 100000, "much_too_long"),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", b"[" * 1000 + b"]" * 1000, id="body.nested"),
        Put("", "text", id="body.wrong_type"),
        Put("", None, id="body.null"),
        Put("", [], id="body.list"),
        Put("", {}, id="body.object"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(redirect_post, {"url": "/post"}, body=change(BODY)), 413)
