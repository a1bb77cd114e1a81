"""GET /articles/{slug} keeps what ownership.bts:36 says."""

from specc.runtime import Actor, Response, expect, obligation, unique

from .contracts import Problem, ReadArticle200
from .endpoints import delete_article, read_article


@obligation("read_article.conforms", "ownership.bts:38")
def test_conforms(anonymous: Actor, article: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(read_article, {"slug": article["article"]["slug"]}),
        200,
        ReadArticle200,
    )


@obligation("read_article.unknown.slug", "ownership.bts:39")
def test_unknown_slug(anonymous: Actor) -> None:
    """An unknown slug is answered 404."""
    expect(anonymous.call(read_article, {"slug": unique("unknown")}), 404, Problem)


@obligation("read_article.deleted", "ownership.bts:39")
def test_deleted(ann: Actor, anonymous: Actor, new_article: Response) -> None:
    """After the thing is gone, the call is answered 404."""
    expect(ann.call(delete_article, {"slug": new_article["article"]["slug"]}), 204)
    expect(
        anonymous.call(read_article, {"slug": new_article["article"]["slug"]}),
        404,
        Problem,
    )
