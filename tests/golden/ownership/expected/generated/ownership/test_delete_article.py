"""DELETE /articles/{slug} keeps what ownership.bts:53 says."""

from specc.runtime import Actor, Response, expect, obligation, unique

from .contracts import Problem
from .endpoints import delete_article, read_article


@obligation("delete_article.conforms", "ownership.bts:55")
def test_conforms(ann: Actor, new_article: Response) -> None:
    """A valid call is answered 204 as declared."""
    expect(ann.call(delete_article, {"slug": new_article["article"]["slug"]}), 204)


@obligation("delete_article.allows.editor", "ownership.bts:54")
def test_allows_editor(ed: Actor, new_article: Response) -> None:
    """`editor` may call it."""
    expect(ed.call(delete_article, {"slug": new_article["article"]["slug"]}), 204)


@obligation("delete_article.refuses.anonymous", "ownership.bts:56")
def test_refuses_anonymous(anonymous: Actor, new_article: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(delete_article, {"slug": new_article["article"]["slug"]}),
        401,
        Problem,
    )


@obligation("delete_article.refuses.stranger", "ownership.bts:54")
def test_refuses_stranger(ben: Actor, new_article: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        ben.call(delete_article, {"slug": new_article["article"]["slug"]}), (403, 404)
    )


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
