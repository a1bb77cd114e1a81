"""GET /articles/{slug} keeps what ownership.bts:36 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    equal,
    expect,
    obligation,
    survived,
    unique,
)

from .contracts import Problem, ReadArticle200, WriteArticle201
from .endpoints import delete_article, read_article, write_article


@obligation("read_article.conforms", "ownership.bts:38")
def test_conforms(anonymous: Actor, article: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(read_article, {"slug": article["article"]["slug"]}),
        200,
        ReadArticle200,
    )


@obligation("read_article.rejects", "ownership.bts:36")
@pytest.mark.parametrize(
    "change", [Put("slug", "a" * 81, id="path.slug.too_long")], ids=str
)
def test_rejects_params(anonymous: Actor, article: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        anonymous.call(read_article, change({"slug": article["article"]["slug"]})),
        "4xx",
    )


@obligation("read_article.survives", "ownership.bts:36")
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
def test_survives_params(anonymous: Actor, article: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        anonymous.call(read_article, change({"slug": article["article"]["slug"]})),
        414,
        431,
        400,
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


@obligation("read_article.reads", "ownership.bts:40")
def test_reads(ben: Actor, anonymous: Actor, article: Response) -> None:
    """Of several Articles, the one that was asked for is shown."""
    expect(
        ben.call(
            write_article,
            body={"article": {"title": unique("text"), "text": unique("text")}},
        ),
        201,
        WriteArticle201,
    )
    seen = expect(
        anonymous.call(read_article, {"slug": article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    equal(seen["article"]["slug"], article["article"]["slug"])


@obligation("read_article.safe", "ownership.bts:40")
def test_safe(anonymous: Actor, article: Response) -> None:
    """Reading changes nothing."""
    seen = expect(
        anonymous.call(read_article, {"slug": article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    again = expect(
        anonymous.call(read_article, {"slug": article["article"]["slug"]}),
        200,
        ReadArticle200,
    )
    equal(again["article"], seen["article"])
