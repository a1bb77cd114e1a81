"""PUT /articles/{slug} keeps what ownership.bts:43 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    change_kept,
    expect,
    obligation,
    unique,
)

from .contracts import ChangeArticle200, Problem, ReadArticle200
from .endpoints import change_article, read_article

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
        pytest.param(Put("article.title", "a"), id="article.title.minimum_length"),
        pytest.param(
            Put("article.title", "a" * 100), id="article.title.maximum_length"
        ),
        pytest.param(Put("article.text", "a"), id="article.text.minimum_length"),
    ],
)
def test_accepts(ann: Actor, new_article: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        ann.call(
            change_article, {"slug": new_article["article"]["slug"]}, body=change(BODY)
        ),
        200,
        ChangeArticle200,
    )


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


@obligation("change_article.refuses.stranger", "ownership.bts:44")
def test_refuses_stranger(ben: Actor, new_article: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        ben.call(change_article, {"slug": new_article["article"]["slug"]}, body=BODY),
        (403, 404),
    )


@obligation("change_article.unknown.slug", "ownership.bts:49")
def test_unknown_slug(ann: Actor) -> None:
    """An unknown slug is answered 404."""
    expect(
        ann.call(change_article, {"slug": unique("unknown")}, body=BODY), 404, Problem
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
