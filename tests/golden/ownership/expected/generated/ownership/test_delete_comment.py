"""DELETE /articles/{slug}/comments/{id} keeps what ownership.bts:78 says."""

from specc.runtime import Actor, Response, expect, not_listed, obligation, read_list

from .contracts import Problem
from .endpoints import comments, delete_comment


@obligation("delete_comment.conforms", "ownership.bts:80")
def test_conforms(ann: Actor, article: Response, new_comment: Response) -> None:
    """A valid call is answered 204 as declared."""
    expect(
        ann.call(
            delete_comment,
            {"slug": article["article"]["slug"], "id": new_comment["comment"]["id"]},
        ),
        204,
    )


@obligation("delete_comment.refuses.anonymous", "ownership.bts:81")
def test_refuses_anonymous(
    anonymous: Actor, article: Response, new_comment: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            delete_comment,
            {"slug": article["article"]["slug"], "id": new_comment["comment"]["id"]},
        ),
        401,
        Problem,
    )


@obligation("delete_comment.refuses.editor", "ownership.bts:82")
def test_refuses_editor(ed: Actor, article: Response, new_comment: Response) -> None:
    """Editor is refused with 403."""
    expect(
        ed.call(
            delete_comment,
            {"slug": article["article"]["slug"], "id": new_comment["comment"]["id"]},
        ),
        403,
        Problem,
    )


@obligation("delete_comment.refuses.stranger", "ownership.bts:79")
def test_refuses_stranger(ben: Actor, article: Response, new_comment: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        ben.call(
            delete_comment,
            {"slug": article["article"]["slug"], "id": new_comment["comment"]["id"]},
        ),
        (403, 404),
    )


@obligation("delete_comment.unknown.id", "ownership.bts:83")
def test_unknown_id(ann: Actor, article: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        ann.call(
            delete_comment, {"slug": article["article"]["slug"], "id": 2000000011}
        ),
        404,
        Problem,
    )


@obligation("delete_comment.deletes", "ownership.bts:84")
def test_deletes(ann: Actor, article: Response, new_comment: Response) -> None:
    """The Comment is gone afterwards."""
    expect(
        ann.call(
            delete_comment,
            {"slug": article["article"]["slug"], "id": new_comment["comment"]["id"]},
        ),
        204,
    )
    listed = read_list(
        ann, comments, params={"slug": article["article"]["slug"]}, items=("comments",)
    )
    not_listed(listed, ["id"], new_comment["comment"]["id"])
