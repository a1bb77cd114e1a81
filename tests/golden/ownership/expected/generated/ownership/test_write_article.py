"""POST /articles keeps what ownership.bts:26 says."""

import pytest
from specc.runtime import (
    Actor,
    Append,
    Change,
    Drop,
    Fill,
    Put,
    Repeat,
    as_sent,
    expect,
    forged,
    obligation,
    reads_back,
    server_decides,
    survived,
    unique,
)

from .contracts import Problem, ReadArticle200, WriteArticle201
from .endpoints import read_article, write_article


@obligation("write_article.conforms", "ownership.bts:29")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        ann.call(
            write_article,
            body={"article": {"title": unique("text"), "text": unique("text")}},
        ),
        201,
        WriteArticle201,
    )


@obligation("write_article.accepts", "ownership.bts:29")
@pytest.mark.parametrize(
    "change",
    [
        Put("article.title", "a", "minimum_length"),
        Fill("article.title", 100, "maximum_length"),
        Put("article.title", "aa", "near_minimum_length"),
        Fill("article.title", 99, "near_maximum_length"),
        Append("article.title", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Append("article.title", "שלום عالم", "right_to_left"),
        Append("article.title", "éñü", "composed"),
        Append("article.title", "e\u0301n\u0303u\u0308", "decomposed"),
        Append("article.title", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Put("article.text", "a", "minimum_length"),
        Put("article.text", "aa", "near_minimum_length"),
        Append("article.text", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Append("article.text", "שלום عالم", "right_to_left"),
        Append("article.text", "éñü", "composed"),
        Append("article.text", "e\u0301n\u0303u\u0308", "decomposed"),
        Append("article.text", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
    ],
    ids=str,
)
def test_accepts(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(
        ann.call(
            write_article,
            body=change({"article": {"title": unique("text"), "text": unique("text")}}),
        ),
        201,
        WriteArticle201,
    )
    again = expect(
        ann.call(read_article, {"slug": made["article"]["slug"]}), 200, ReadArticle200
    )
    as_sent(again["article"], made.sent, ["title", "text"], ["article"])


@obligation("write_article.rejects", "ownership.bts:32")
@pytest.mark.parametrize(
    "change",
    [
        Drop("article", "missing"),
        Put("article", None, "null"),
        Put("article", "text", "wrong_type"),
        Drop("article.title", "missing"),
        Put("article.title", None, "null"),
        Put("article.title", 12345, "wrong_type"),
        Put("article.title", "", "too_short"),
        Put("article.title", "a" * 101, "too_long"),
        Put("article.title", "a" * 100000, "much_too_long"),
        Drop("article.text", "missing"),
        Put("article.text", None, "null"),
        Put("article.text", 12345, "wrong_type"),
        Put("article.text", "", "too_short"),
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
def test_rejects(ann: Actor, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(
        ann.call(
            write_article,
            body=change({"article": {"title": unique("text"), "text": unique("text")}}),
        ),
        422,
        Problem,
    )


@obligation("write_article.rejects.body.wrong_media_type", "ownership.bts:32")
def test_rejects_media_type(ann: Actor) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        ann.call(
            write_article,
            body={"article": {"title": unique("text"), "text": unique("text")}},
            media="text/plain",
        ),
        (422, 415),
    )


@obligation("write_article.survives", "ownership.bts:26")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("article.specc_unknown", "text", id="article.unknown_field"),
        Put("article.title", "'\"`;--%s\\", "quotes"),
        Put("article.title", "a\x00b", "nul"),
        Put("article.title", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("article.title", "e" + "\u0301" * 60, "stacked_marks"),
        Put("article.title", "\ud800", "lone_surrogate"),
        Put("article.title", " ", "blank"),
        Put("article.text", "a" * 100000, "very_long"),
        Put("article.text", "'\"`;--%s\\", "quotes"),
        Put("article.text", "a\x00b", "nul"),
        Put("article.text", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("article.text", "e" + "\u0301" * 60, "stacked_marks"),
        Put("article.text", "\ud800", "lone_surrogate"),
        Put("article.text", " ", "blank"),
        Repeat("article", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        ann.call(
            write_article,
            body=change({"article": {"title": unique("text"), "text": unique("text")}}),
        ),
        413,
    )


@obligation("write_article.ignores", "ownership.bts:33")
@pytest.mark.parametrize(
    "change",
    [
        Put("article.slug", "claimed-by-the-client", id="slug"),
        Put("article.specc_unknown", "text", id="unknown_field"),
    ],
    ids=str,
)
def test_ignores(ann: Actor, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(
        ann.call(
            write_article,
            body={"article": {"title": unique("text"), "text": unique("text")}},
        ),
        201,
        WriteArticle201,
    )
    claimed = survived(
        ann.call(
            write_article,
            body=change({"article": {"title": unique("text"), "text": unique("text")}}),
        )
    )
    server_decides(usual, claimed, ["slug", "specc_unknown"], ["article"])


@obligation("write_article.refuses.anonymous", "ownership.bts:30")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            write_article,
            body={"article": {"title": unique("text"), "text": unique("text")}},
        ),
        401,
        Problem,
    )


@obligation("write_article.refuses.made_up_credential", "ownership.bts:30")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(ann).call(
            write_article,
            body={"article": {"title": unique("text"), "text": unique("text")}},
        ),
        401,
        Problem,
    )


@obligation("write_article.refuses.editor", "ownership.bts:31")
def test_refuses_editor(ed: Actor) -> None:
    """Editor is refused with 403."""
    expect(
        ed.call(
            write_article,
            body={"article": {"title": unique("text"), "text": unique("text")}},
        ),
        403,
        Problem,
    )


@obligation("write_article.creates", "ownership.bts:33")
def test_creates(ann: Actor) -> None:
    """The Article that it makes can be read, and is what was sent."""
    made = expect(
        ann.call(
            write_article,
            body={"article": {"title": unique("text"), "text": unique("text")}},
        ),
        201,
        WriteArticle201,
    )
    again = expect(
        ann.call(read_article, {"slug": made["article"]["slug"]}), 200, ReadArticle200
    )
    reads_back(again["article"], made["article"], ["title", "text"])
    as_sent(again["article"], made.sent, ["title", "text"], ["article"])
