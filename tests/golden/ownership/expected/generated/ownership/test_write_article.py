"""POST /articles keeps what ownership.bts:26 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    expect,
    obligation,
    reads_back,
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
        pytest.param(Drop("article.text"), id="article.text.missing"),
        pytest.param(Put("article.text", None), id="article.text.null"),
        pytest.param(Put("article.text", 12345), id="article.text.wrong_type"),
        pytest.param(Put("article.text", ""), id="article.text.too_short"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
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
