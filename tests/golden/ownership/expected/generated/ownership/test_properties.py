"""What ownership.bts says holds for requests of all kinds."""

from specc.runtime import Actor, Response, expect, expect_status, obligation, unique
from specc.runtime.properties import Sent, any_invalid, any_valid, refused

from . import requests
from .contracts import ChangeArticle200, Comment201, WriteArticle201
from .endpoints import change_article, comment, write_article


@obligation("write_article.any_valid", "ownership.bts:29")
@any_valid(requests.write_article)
def test_write_article_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 201 as declared."""
    expect(ann.call(write_article, body=sent.body), 201, WriteArticle201)


@obligation("write_article.any_invalid", "ownership.bts:32")
@any_invalid(requests.write_article)
def test_write_article_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(ann.call(write_article, body=sent.body), sent)


@obligation("change_article.any_valid", "ownership.bts:46")
@any_valid(requests.change_article)
def test_change_article_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    new_article = expect_status(
        ann.call(
            write_article,
            body={"article": {"title": unique("text"), "text": unique("text")}},
        ),
        201,
    )
    expect(
        ann.call(
            change_article, {"slug": new_article["article"]["slug"]}, body=sent.body
        ),
        200,
        ChangeArticle200,
    )


@obligation("change_article.any_invalid", "ownership.bts:43")
@any_invalid(requests.change_article)
def test_change_article_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    new_article = expect_status(
        ann.call(
            write_article,
            body={"article": {"title": unique("text"), "text": unique("text")}},
        ),
        201,
    )
    refused(
        ann.call(
            change_article, {"slug": new_article["article"]["slug"]}, body=sent.body
        ),
        sent,
    )


@obligation("comment.any_valid", "ownership.bts:65")
@any_valid(requests.comment)
def test_comment_any_valid(ann: Actor, article: Response, sent: Sent) -> None:
    """Any valid request is answered 201 as declared."""
    expect(
        ann.call(comment, {"slug": article["article"]["slug"]}, body=sent.body),
        201,
        Comment201,
    )


@obligation("comment.any_invalid", "ownership.bts:62")
@any_invalid(requests.comment)
def test_comment_any_invalid(ann: Actor, article: Response, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(
        ann.call(comment, {"slug": article["article"]["slug"]}, body=sent.body), sent
    )
