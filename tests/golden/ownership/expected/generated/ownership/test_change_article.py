"""PUT /articles/{slug} keeps what ownership.bts:43 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    Response,
    as_sent,
    change_kept,
    equal,
    expect,
    forged,
    obligation,
    server_decides,
    survived,
    unique,
)

from .contracts import ChangeArticle200, Problem, ReadArticle200
from .endpoints import change_article, delete_article, read_article

BODY = {"article": {"title": "text", "text": "text"}}


@obligation("change_article.conforms", "ownership.bts:46")
def test_conforms(ann: Actor, new_article: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        ann.call(change_article, {"slug": new_article["article"]["slug"]}, body=BODY),
        200,
        ChangeArticle200,
    )


@obligation("change_article.allows.editor", "ownership.bts:44")
def test_allows_editor(ed: Actor, new_article: Response) -> None:
    """`editor` may call it."""
    expect(
        ed.call(change_article, {"slug": new_article["article"]["slug"]}, body=BODY),
        200,
        ChangeArticle200,
    )


@obligation("change_article.accepts", "ownership.bts:46")
@pytest.mark.parametrize(
    "change",
    [
        Put("article.title", "a", "minimum_length"),
        Put("article.title", "a" * 100, "maximum_length"),
        Put("article.title", "aa", "near_minimum_length"),
        Put("article.title", "a" * 99, "near_maximum_length"),
        Put("article.title", "é" * 100, "maximum_length_not_ascii"),
        Put("article.title", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("article.title", "שלום عالم", "right_to_left"),
        Put("article.title", "éñü", "composed"),
        Put("article.title", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("article.title", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Put("article.text", "a", "minimum_length"),
        Put("article.text", "aa", "near_minimum_length"),
        Put("article.text", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("article.text", "שלום عالم", "right_to_left"),
        Put("article.text", "éñü", "composed"),
        Put("article.text", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("article.text", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
    ],
    ids=str,
)
def test_accepts(ann: Actor, new_article: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(
        ann.call(
            change_article, {"slug": new_article["article"]["slug"]}, body=change(BODY)
        ),
        200,
        ChangeArticle200,
    )
    again = expect(
        ann.call(read_article, {"slug": made["article"]["slug"]}), 200, ReadArticle200
    )
    as_sent(again["article"], made.sent, ["title", "text"], ["article"])


@obligation("change_article.rejects", "ownership.bts:43")
@pytest.mark.parametrize(
    "change", [Put("slug", "a" * 81, id="path.slug.too_long")], ids=str
)
def test_rejects_params(ann: Actor, new_article: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        ann.call(
            change_article, change({"slug": new_article["article"]["slug"]}), body=BODY
        ),
        "4xx",
    )


@obligation("change_article.survives", "ownership.bts:43")
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
def test_survives(ann: Actor, new_article: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        ann.call(
            change_article, {"slug": new_article["article"]["slug"]}, body=change(BODY)
        ),
        413,
    )


@obligation("change_article.survives", "ownership.bts:43")
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
def test_survives_params(ann: Actor, new_article: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        ann.call(
            change_article, change({"slug": new_article["article"]["slug"]}), body=BODY
        ),
        414,
        431,
        400,
    )


@obligation("change_article.ignores", "ownership.bts:50")
@pytest.mark.parametrize(
    "change",
    [
        Put("article.slug", "claimed-by-the-client", id="slug"),
        Put("article.specc_unknown", "text", id="unknown_field"),
    ],
    ids=str,
)
def test_ignores(ann: Actor, new_article: Response, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(
        ann.call(change_article, {"slug": new_article["article"]["slug"]}, body=BODY),
        200,
        ChangeArticle200,
    )
    claimed = survived(
        ann.call(
            change_article, {"slug": new_article["article"]["slug"]}, body=change(BODY)
        )
    )
    server_decides(usual, claimed, ["slug", "specc_unknown"], ["article"])


@obligation("change_article.refuses.anonymous", "ownership.bts:47")
def test_refuses_anonymous(anonymous: Actor, new_article: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            change_article, {"slug": new_article["article"]["slug"]}, body=BODY
        ),
        401,
        Problem,
    )


@obligation("change_article.refuses.made_up_credential", "ownership.bts:47")
def test_refuses_made_up_credential(ann: Actor, new_article: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(ann).call(
            change_article, {"slug": new_article["article"]["slug"]}, body=BODY
        ),
        401,
        Problem,
    )


@obligation("change_article.refuses.stranger", "ownership.bts:44")
def test_refuses_stranger(ben: Actor, new_article: Response) -> None:
    """A stranger is refused with 403 or 404."""
    expect(
        ben.call(change_article, {"slug": new_article["article"]["slug"]}, body=BODY),
        (403, 404),
    )


@obligation("change_article.unaffected.anonymous", "ownership.bts:47")
def test_unaffected_by_anonymous(anonymous: Actor, new_article: Response) -> None:
    """The Article is as before after a refusal of anonymous."""
    before = expect(
        anonymous.call(read_article, {"slug": new_article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    anonymous.call(change_article, {"slug": new_article["article"]["slug"]}, body=BODY)
    after = expect(
        anonymous.call(read_article, {"slug": new_article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    equal(after["article"], before["article"])


@obligation("change_article.unaffected.made_up_credential", "ownership.bts:47")
def test_unaffected_by_made_up_credential(
    anonymous: Actor, ann: Actor, new_article: Response
) -> None:
    """The Article is as before after a refusal of made_up_credential."""
    before = expect(
        anonymous.call(read_article, {"slug": new_article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    forged(ann).call(
        change_article, {"slug": new_article["article"]["slug"]}, body=BODY
    )
    after = expect(
        anonymous.call(read_article, {"slug": new_article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    equal(after["article"], before["article"])


@obligation("change_article.unaffected.stranger", "ownership.bts:44")
def test_unaffected_by_stranger(
    anonymous: Actor, ben: Actor, new_article: Response
) -> None:
    """The Article is as before after a refusal of stranger."""
    before = expect(
        anonymous.call(read_article, {"slug": new_article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    ben.call(change_article, {"slug": new_article["article"]["slug"]}, body=BODY)
    after = expect(
        anonymous.call(read_article, {"slug": new_article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    equal(after["article"], before["article"])


@obligation("change_article.unknown.slug", "ownership.bts:49")
def test_unknown_slug(ann: Actor) -> None:
    """An unknown slug is answered 404."""
    expect(
        ann.call(change_article, {"slug": unique("unknown")}, body=BODY), 404, Problem
    )


@obligation("change_article.deleted", "ownership.bts:43")
def test_deleted(ann: Actor, new_article: Response) -> None:
    """After the Article is gone, the call is answered 404."""
    expect(ann.call(delete_article, {"slug": new_article["article"]["slug"]}), 204)
    expect(
        ann.call(change_article, {"slug": new_article["article"]["slug"]}, body=BODY),
        404,
    )


@obligation("change_article.updates", "ownership.bts:50")
def test_updates(ann: Actor, new_article: Response) -> None:
    """The change that it answers is seen when the Article is read again."""
    before = expect(
        ann.call(read_article, {"slug": new_article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    changed = expect(
        ann.call(change_article, {"slug": new_article["article"]["slug"]}, body=BODY),
        200,
        ChangeArticle200,
    )
    after = expect(
        ann.call(read_article, {"slug": changed["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    change_kept(before["article"], changed["article"], after["article"])


@obligation("change_article.spares", "ownership.bts:50")
def test_spares(
    anonymous: Actor, ann: Actor, article: Response, new_article: Response
) -> None:
    """Another Article is as before."""
    before = expect(
        anonymous.call(read_article, {"slug": article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    expect(
        ann.call(change_article, {"slug": new_article["article"]["slug"]}, body=BODY),
        200,
        ChangeArticle200,
    )
    after = expect(
        anonymous.call(read_article, {"slug": article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    equal(after["article"], before["article"])


@obligation("change_article.again", "ownership.bts:46")
def test_again(ann: Actor, new_article: Response) -> None:
    """The same call a second time succeeds as well."""
    expect(
        ann.call(change_article, {"slug": new_article["article"]["slug"]}, body=BODY),
        200,
        ChangeArticle200,
    )
    expect(
        ann.call(change_article, {"slug": new_article["article"]["slug"]}, body=BODY),
        200,
        ChangeArticle200,
    )
