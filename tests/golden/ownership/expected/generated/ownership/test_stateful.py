"""What ownership.bts says of things holds in whatever order calls are made."""

from specc.runtime import Actor, obligation
from specc.runtime.properties import Rule, walk

from . import requests
from .endpoints import (
    change_article,
    comment,
    comments,
    delete_article,
    delete_comment,
    read_article,
    write_article,
)

RULES = [
    Rule(
        deed="creates",
        endpoint=write_article,
        thing="Article",
        at=("article",),
        requests=requests.write_article,
        by=("ann", "ben"),
        answers=(201,),
        refused=(403,),
        key="slug",
        shown=("title", "text"),
    ),
    Rule(
        deed="reads",
        endpoint=read_article,
        thing="Article",
        at=("article",),
        params={"slug": "Article.slug"},
        by=("anonymous",),
        answers=(200,),
        gone=(404,),
        shown=("title", "text"),
    ),
    Rule(
        deed="updates",
        endpoint=change_article,
        thing="Article",
        at=("article",),
        params={"slug": "Article.slug"},
        requests=requests.change_article,
        by=("ed",),
        owners=("Article",),
        answers=(200,),
        refused=(403, 404),
        gone=(404,),
        shown=("title", "text"),
    ),
    Rule(
        deed="deletes",
        endpoint=delete_article,
        thing="Article",
        params={"slug": "Article.slug"},
        by=("ed",),
        owners=("Article",),
        answers=(204, 404),
        refused=(403, 404),
        gone=(404,),
    ),
    Rule(
        deed="creates",
        endpoint=comment,
        thing="Comment",
        at=("comment",),
        params={"slug": "Article.slug"},
        requests=requests.comment,
        by=("ann", "ben"),
        answers=(201,),
        refused=(403, 404),
        gone=(404,),
        key="id",
        shown=("text",),
    ),
    Rule(
        deed="lists",
        endpoint=comments,
        thing="Comment",
        at=("comments",),
        params={"slug": "Article.slug"},
        by=("anonymous",),
        answers=(200,),
        gone=(404, 410),
        key="id",
    ),
    Rule(
        deed="deletes",
        endpoint=delete_comment,
        thing="Comment",
        params={"slug": "Article.slug", "id": "Comment.id"},
        owners=("Comment",),
        answers=(204,),
        refused=(403, 404),
        gone=(404,),
    ),
]


@obligation("stateful.sequences", "ownership.bts:33")
def test_sequences(ann: Actor, ben: Actor, ed: Actor, anonymous: Actor) -> None:
    """Any sequence of calls by several actors keeps what the effects say."""
    walk({"ann": ann, "ben": ben, "ed": ed, "anonymous": anonymous}, RULES)
