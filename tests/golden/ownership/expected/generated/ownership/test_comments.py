"""GET /articles/{slug}/comments keeps what ownership.bts:72 says."""

from specc.runtime import Actor, Response, expect, is_listed, obligation, read_list

from .contracts import Comments200
from .endpoints import comments


@obligation("comments.conforms", "ownership.bts:74")
def test_conforms(anonymous: Actor, article: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(comments, {"slug": article["article"]["slug"]}), 200, Comments200
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
