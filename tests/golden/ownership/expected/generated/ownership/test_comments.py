"""GET /articles/{slug}/comments keeps what ownership.bts:72 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    eventually,
    expect,
    is_listed,
    none_new,
    not_listed,
    obligation,
    once_each,
    read_list,
    survived,
)

from .contracts import Comments200
from .endpoints import comments, delete_article


@obligation("comments.conforms", "ownership.bts:74")
def test_conforms(anonymous: Actor, article: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(comments, {"slug": article["article"]["slug"]}), 200, Comments200
    )


@obligation("comments.survives", "ownership.bts:72")
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
        anonymous.call(comments, change({"slug": article["article"]["slug"]})),
        414,
        431,
        404,
        400,
    )


@obligation("comments.deleted", "ownership.bts:72")
def test_deleted(ann: Actor, anonymous: Actor, new_article: Response) -> None:
    """After the Article is gone, the call is answered 404."""
    expect(ann.call(delete_article, {"slug": new_article["article"]["slug"]}), 204)
    expect(
        anonymous.call(comments, {"slug": new_article["article"]["slug"]}), (404, 410)
    )


@obligation("comments.lists", "ownership.bts:75")
def test_lists(anonymous: Actor, article: Response, new_comment: Response) -> None:
    """A new Comment is in the list."""
    listed = read_list(
        anonymous,
        comments,
        params={"slug": article["article"]["slug"]},
        items=("comments",),
    )
    is_listed(listed, ["id"], new_comment["comment"]["id"])
    once_each(listed, ["id"])


@obligation("comments.misplaced", "ownership.bts:75")
def test_misplaced(
    anonymous: Actor, new_article: Response, comment_2: Response
) -> None:
    """The list under another Article does not show the Comment."""
    listed = read_list(
        anonymous,
        comments,
        params={"slug": new_article["article"]["slug"]},
        items=("comments",),
    )
    not_listed(listed, ["id"], comment_2["comment"]["id"])


@obligation("comments.safe", "ownership.bts:75")
def test_safe(anonymous: Actor, article: Response) -> None:
    """Reading changes nothing."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                anonymous,
                comments,
                params={"slug": article["article"]["slug"]},
                items=("comments",),
            )
            listed = read_list(
                anonymous,
                comments,
                params={"slug": article["article"]["slug"]},
                items=("comments",),
            )
            none_new(listed, listed_before, ["id"])
