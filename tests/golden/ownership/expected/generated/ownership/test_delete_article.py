"""DELETE /articles/{slug} keeps what ownership.bts:53 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    equal,
    expect,
    forged,
    obligation,
    survived,
    unique,
)

from .contracts import Problem, ReadArticle200
from .endpoints import delete_article, read_article


@obligation("delete_article.conforms", "ownership.bts:55")
def test_conforms(ann: Actor, new_article: Response) -> None:
    """A valid call is answered 204 as declared."""
    expect(ann.call(delete_article, {"slug": new_article["article"]["slug"]}), 204)


@obligation("delete_article.allows.editor", "ownership.bts:54")
def test_allows_editor(ed: Actor, new_article: Response) -> None:
    """`editor` may call it."""
    expect(ed.call(delete_article, {"slug": new_article["article"]["slug"]}), 204)


@obligation("delete_article.rejects", "ownership.bts:53")
@pytest.mark.parametrize(
    "change", [Put("slug", "a" * 81, id="path.slug.too_long")], ids=str
)
def test_rejects_params(ann: Actor, new_article: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        ann.call(delete_article, change({"slug": new_article["article"]["slug"]})),
        "4xx",
    )


@obligation("delete_article.survives", "ownership.bts:53")
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
        ann.call(delete_article, change({"slug": new_article["article"]["slug"]})),
        414,
        431,
        400,
    )


@obligation("delete_article.refuses.anonymous", "ownership.bts:56")
def test_refuses_anonymous(anonymous: Actor, new_article: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(delete_article, {"slug": new_article["article"]["slug"]}),
        401,
        Problem,
    )


@obligation("delete_article.refuses.made_up_credential", "ownership.bts:56")
def test_refuses_made_up_credential(ann: Actor, new_article: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(ann).call(delete_article, {"slug": new_article["article"]["slug"]}),
        401,
        Problem,
    )


@obligation("delete_article.refuses.stranger", "ownership.bts:54")
def test_refuses_stranger(ben: Actor, new_article: Response) -> None:
    """A stranger is refused with 403 or 404."""
    expect(
        ben.call(delete_article, {"slug": new_article["article"]["slug"]}), (403, 404)
    )


@obligation("delete_article.unaffected.anonymous", "ownership.bts:56")
def test_unaffected_by_anonymous(anonymous: Actor, new_article: Response) -> None:
    """The Article is as before after a refusal of anonymous."""
    before = expect(
        anonymous.call(read_article, {"slug": new_article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    anonymous.call(delete_article, {"slug": new_article["article"]["slug"]})
    after = expect(
        anonymous.call(read_article, {"slug": new_article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    equal(after["article"], before["article"])


@obligation("delete_article.unaffected.made_up_credential", "ownership.bts:56")
def test_unaffected_by_made_up_credential(
    anonymous: Actor, ann: Actor, new_article: Response
) -> None:
    """The Article is as before after a refusal of made_up_credential."""
    before = expect(
        anonymous.call(read_article, {"slug": new_article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    forged(ann).call(delete_article, {"slug": new_article["article"]["slug"]})
    after = expect(
        anonymous.call(read_article, {"slug": new_article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    equal(after["article"], before["article"])


@obligation("delete_article.unaffected.stranger", "ownership.bts:54")
def test_unaffected_by_stranger(
    anonymous: Actor, ben: Actor, new_article: Response
) -> None:
    """The Article is as before after a refusal of stranger."""
    before = expect(
        anonymous.call(read_article, {"slug": new_article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    ben.call(delete_article, {"slug": new_article["article"]["slug"]})
    after = expect(
        anonymous.call(read_article, {"slug": new_article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    equal(after["article"], before["article"])


@obligation("delete_article.unknown.slug", "ownership.bts:58")
def test_unknown_slug(ann: Actor) -> None:
    """An unknown slug is answered 404."""
    expect(ann.call(delete_article, {"slug": unique("unknown")}), 404, Problem)


@obligation("delete_article.repeated", "ownership.bts:58")
def test_repeated(ann: Actor, new_article: Response) -> None:
    """The same call a second time is answered 404."""
    expect(ann.call(delete_article, {"slug": new_article["article"]["slug"]}), 204)
    expect(
        ann.call(delete_article, {"slug": new_article["article"]["slug"]}), 404, Problem
    )


@obligation("delete_article.deletes", "ownership.bts:59")
def test_deletes(ann: Actor, anonymous: Actor, new_article: Response) -> None:
    """The Article is gone afterwards."""
    expect(ann.call(delete_article, {"slug": new_article["article"]["slug"]}), 204)
    expect(anonymous.call(read_article, {"slug": new_article["article"]["slug"]}), 404)


@obligation("delete_article.spares", "ownership.bts:59")
def test_spares(
    anonymous: Actor, ann: Actor, article: Response, new_article: Response
) -> None:
    """Another Article is as before."""
    before = expect(
        anonymous.call(read_article, {"slug": article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    expect(ann.call(delete_article, {"slug": new_article["article"]["slug"]}), 204)
    after = expect(
        anonymous.call(read_article, {"slug": article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    equal(after["article"], before["article"])
