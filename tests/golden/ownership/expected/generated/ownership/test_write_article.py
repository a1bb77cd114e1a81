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
        pytest.param(Put("article.title", "a"), id="article.title.minimum_length"),
        pytest.param(Fill("article.title", 100), id="article.title.maximum_length"),
        pytest.param(
            Put("article.title", "aa"), id="article.title.near_minimum_length"
        ),
        pytest.param(Fill("article.title", 99), id="article.title.near_maximum_length"),
        pytest.param(
            Append("article.title", "👩\u200d👩\u200d👧 🇪🇺"), id="article.title.emoji"
        ),
        pytest.param(
            Append("article.title", "שלום عالم"), id="article.title.right_to_left"
        ),
        pytest.param(Append("article.title", "éñü"), id="article.title.composed"),
        pytest.param(
            Append("article.title", "e\u0301n\u0303u\u0308"),
            id="article.title.decomposed",
        ),
        pytest.param(Put("article.text", "a"), id="article.text.minimum_length"),
        pytest.param(Put("article.text", "aa"), id="article.text.near_minimum_length"),
        pytest.param(
            Append("article.text", "👩\u200d👩\u200d👧 🇪🇺"), id="article.text.emoji"
        ),
        pytest.param(
            Append("article.text", "שלום عالم"), id="article.text.right_to_left"
        ),
        pytest.param(Append("article.text", "éñü"), id="article.text.composed"),
        pytest.param(
            Append("article.text", "e\u0301n\u0303u\u0308"),
            id="article.text.decomposed",
        ),
    ],
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
        pytest.param(Drop("article"), id="article.missing"),
        pytest.param(Put("article", None), id="article.null"),
        pytest.param(Put("article", "text"), id="article.wrong_type"),
        pytest.param(Drop("article.title"), id="article.title.missing"),
        pytest.param(Put("article.title", None), id="article.title.null"),
        pytest.param(Put("article.title", 12345), id="article.title.wrong_type"),
        pytest.param(Put("article.title", ""), id="article.title.too_short"),
        pytest.param(Put("article.title", "a" * 101), id="article.title.too_long"),
        pytest.param(
            Put("article.title", "a" * 100000), id="article.title.much_too_long"
        ),
        pytest.param(Drop("article.text"), id="article.text.missing"),
        pytest.param(Put("article.text", None), id="article.text.null"),
        pytest.param(Put("article.text", 12345), id="article.text.wrong_type"),
        pytest.param(Put("article.text", ""), id="article.text.too_short"),
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
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("article.specc_unknown", "text"), id="article.unknown_field"),
        pytest.param(Put("article.title", "'\"`;--%s\\"), id="article.title.quotes"),
        pytest.param(Put("article.title", "a\x00b"), id="article.title.nul"),
        pytest.param(
            Put("article.title", "\u202ea\u202c\ufeff"),
            id="article.title.bidi_override",
        ),
        pytest.param(
            Put("article.title", "e" + "\u0301" * 60), id="article.title.stacked_marks"
        ),
        pytest.param(Put("article.title", "\ud800"), id="article.title.lone_surrogate"),
        pytest.param(Put("article.title", " "), id="article.title.blank"),
        pytest.param(Put("article.text", "a" * 100000), id="article.text.very_long"),
        pytest.param(Put("article.text", "'\"`;--%s\\"), id="article.text.quotes"),
        pytest.param(Put("article.text", "a\x00b"), id="article.text.nul"),
        pytest.param(
            Put("article.text", "\u202ea\u202c\ufeff"), id="article.text.bidi_override"
        ),
        pytest.param(
            Put("article.text", "e" + "\u0301" * 60), id="article.text.stacked_marks"
        ),
        pytest.param(Put("article.text", "\ud800"), id="article.text.lone_surrogate"),
        pytest.param(Put("article.text", " "), id="article.text.blank"),
        pytest.param(Repeat("article"), id="body.repeated_key"),
    ],
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
        pytest.param(Put("article.slug", "claimed-by-the-client"), id="slug"),
        pytest.param(Put("article.specc_unknown", "text"), id="unknown_field"),
    ],
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
    """Made_up_credential is refused with 401."""
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
