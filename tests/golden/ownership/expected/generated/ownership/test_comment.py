"""POST /articles/{slug}/comments keeps what ownership.bts:62 says."""

import pytest
from specc.runtime import (
    Actor,
    Append,
    Change,
    Drop,
    Fill,
    Put,
    Repeat,
    Response,
    expect,
    forged,
    obligation,
    server_decides,
    survived,
    unique,
)

from .contracts import Comment201, Problem
from .endpoints import comment, delete_article


@obligation("comment.conforms", "ownership.bts:65")
def test_conforms(ann: Actor, article: Response) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        ann.call(
            comment, {"slug": article["article"]["slug"]}, body={"text": unique("text")}
        ),
        201,
        Comment201,
    )


@obligation("comment.accepts", "ownership.bts:65")
@pytest.mark.parametrize(
    "change",
    [
        Put("text", "a", "minimum_length"),
        Fill("text", 200, "maximum_length"),
        Put("text", "aa", "near_minimum_length"),
        Fill("text", 199, "near_maximum_length"),
        Append("text", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Append("text", "שלום عالم", "right_to_left"),
        Append("text", "éñü", "composed"),
        Append("text", "e\u0301n\u0303u\u0308", "decomposed"),
        Append("text", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
    ],
    ids=str,
)
def test_accepts(ann: Actor, article: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        ann.call(
            comment,
            {"slug": article["article"]["slug"]},
            body=change({"text": unique("text")}),
        ),
        201,
        Comment201,
    )


@obligation("comment.rejects", "ownership.bts:62")
@pytest.mark.parametrize(
    "change", [Put("slug", "a" * 81, id="path.slug.too_long")], ids=str
)
def test_rejects_params(ann: Actor, article: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        ann.call(
            comment,
            change({"slug": article["article"]["slug"]}),
            body={"text": unique("text")},
        ),
        "4xx",
    )


@obligation("comment.survives", "ownership.bts:62")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("text", "'\"`;--%s\\", "quotes"),
        Put("text", "a\x00b", "nul"),
        Put("text", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("text", "e" + "\u0301" * 60, "stacked_marks"),
        Put("text", "\ud800", "lone_surrogate"),
        Put("text", " ", "blank"),
        Repeat("text", id="body.repeated_key"),
        Drop("text", "missing"),
        Put("text", None, "null"),
        Put("text", 12345, "wrong_type"),
        Put("text", "", "too_short"),
        Put("text", "a" * 201, "too_long"),
        Put("text", "a" * 100000, "much_too_long"),
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
def test_survives(ann: Actor, article: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        ann.call(
            comment,
            {"slug": article["article"]["slug"]},
            body=change({"text": unique("text")}),
        ),
        413,
    )


@obligation("comment.survives", "ownership.bts:62")
@pytest.mark.parametrize(
    "change",
    [
        Put("slug", "a" * 4000, id="path.slug.very_long"),
        Put("slug", "'\"`;--%s\\", id="path.slug.quotes"),
        Put("slug", "a\x00b", id="path.slug.nul"),
        Put("slug", "\u202ea\u202c\ufeff", id="path.slug.bidi_override"),
        Put("slug", "e" + "\u0301" * 60, id="path.slug.stacked_marks"),
        Put("slug", "\ud800", id="path.slug.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(ann: Actor, article: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        ann.call(
            comment,
            change({"slug": article["article"]["slug"]}),
            body={"text": unique("text")},
        ),
        414,
        431,
        400,
    )


@obligation("comment.ignores", "ownership.bts:69")
@pytest.mark.parametrize(
    "change",
    [Put("id", 987654, id="id"), Put("specc_unknown", "text", id="unknown_field")],
    ids=str,
)
def test_ignores(ann: Actor, article: Response, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(
        ann.call(
            comment, {"slug": article["article"]["slug"]}, body={"text": unique("text")}
        ),
        201,
        Comment201,
    )
    claimed = survived(
        ann.call(
            comment,
            {"slug": article["article"]["slug"]},
            body=change({"text": unique("text")}),
        )
    )
    server_decides(usual, claimed, ["id", "specc_unknown"])


@obligation("comment.refuses.anonymous", "ownership.bts:66")
def test_refuses_anonymous(anonymous: Actor, article: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            comment, {"slug": article["article"]["slug"]}, body={"text": unique("text")}
        ),
        401,
        Problem,
    )


@obligation("comment.refuses.made_up_credential", "ownership.bts:66")
def test_refuses_made_up_credential(ann: Actor, article: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(ann).call(
            comment, {"slug": article["article"]["slug"]}, body={"text": unique("text")}
        ),
        401,
        Problem,
    )


@obligation("comment.refuses.editor", "ownership.bts:67")
def test_refuses_editor(ed: Actor, article: Response) -> None:
    """Editor is refused with 403."""
    expect(
        ed.call(
            comment, {"slug": article["article"]["slug"]}, body={"text": unique("text")}
        ),
        403,
        Problem,
    )


@obligation("comment.unknown.slug", "ownership.bts:68")
def test_unknown_slug(ann: Actor) -> None:
    """An unknown slug is answered 404."""
    expect(
        ann.call(comment, {"slug": unique("unknown")}, body={"text": unique("text")}),
        404,
        Problem,
    )


@obligation("comment.deleted", "ownership.bts:62")
def test_deleted(ann: Actor, new_article: Response) -> None:
    """After the Article is gone, the call is answered 404."""
    expect(ann.call(delete_article, {"slug": new_article["article"]["slug"]}), 204)
    expect(
        ann.call(
            comment,
            {"slug": new_article["article"]["slug"]},
            body={"text": unique("text")},
        ),
        404,
    )
