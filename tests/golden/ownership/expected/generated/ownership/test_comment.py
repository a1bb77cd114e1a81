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
        pytest.param(Put("text", "a"), id="text.minimum_length"),
        pytest.param(Fill("text", 200), id="text.maximum_length"),
        pytest.param(Put("text", "aa"), id="text.near_minimum_length"),
        pytest.param(Fill("text", 199), id="text.near_maximum_length"),
        pytest.param(Append("text", "👩\u200d👩\u200d👧 🇪🇺"), id="text.emoji"),
        pytest.param(Append("text", "שלום عالم"), id="text.right_to_left"),
        pytest.param(Append("text", "éñü"), id="text.composed"),
        pytest.param(Append("text", "e\u0301n\u0303u\u0308"), id="text.decomposed"),
    ],
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
    "change", [pytest.param(Put("slug", "a" * 81), id="path.slug.too_long")]
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
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("text", "'\"`;--%s\\"), id="text.quotes"),
        pytest.param(Put("text", "a\x00b"), id="text.nul"),
        pytest.param(Put("text", "\u202ea\u202c\ufeff"), id="text.bidi_override"),
        pytest.param(Put("text", "e" + "\u0301" * 60), id="text.stacked_marks"),
        pytest.param(Put("text", "\ud800"), id="text.lone_surrogate"),
        pytest.param(Put("text", " "), id="text.blank"),
        pytest.param(Repeat("text"), id="body.repeated_key"),
        pytest.param(Drop("text"), id="text.missing"),
        pytest.param(Put("text", None), id="text.null"),
        pytest.param(Put("text", 12345), id="text.wrong_type"),
        pytest.param(Put("text", ""), id="text.too_short"),
        pytest.param(Put("text", "a" * 201), id="text.too_long"),
        pytest.param(Put("text", "a" * 100000), id="text.much_too_long"),
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
        pytest.param(Put("slug", "a" * 4000), id="path.slug.very_long"),
        pytest.param(Put("slug", "'\"`;--%s\\"), id="path.slug.quotes"),
        pytest.param(Put("slug", "a\x00b"), id="path.slug.nul"),
        pytest.param(Put("slug", "\u202ea\u202c\ufeff"), id="path.slug.bidi_override"),
        pytest.param(Put("slug", "e" + "\u0301" * 60), id="path.slug.stacked_marks"),
        pytest.param(Put("slug", "\ud800"), id="path.slug.not_utf8"),
    ],
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
    [
        pytest.param(Put("id", 987654), id="id"),
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
    ],
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
    """Made_up_credential is refused with 401."""
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
