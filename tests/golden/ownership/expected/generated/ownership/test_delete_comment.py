"""DELETE /articles/{slug}/comments/{id} keeps what ownership.bts:78 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Raw,
    Response,
    expect,
    forged,
    is_listed,
    not_listed,
    obligation,
    read_list,
    survived,
)

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


@obligation("delete_comment.rejects", "ownership.bts:78")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", Raw("text"), id="path.id.wrong_type"),
        Put("id", Raw("NaN"), id="path.id.not_a_number"),
        Put("id", Raw("Infinity"), id="path.id.infinite"),
        Put("id", Decimal("1.5"), id="path.id.fraction"),
        Put("id", 0, id="path.id.below_minimum"),
    ],
    ids=str,
)
def test_rejects_params(
    ann: Actor, article: Response, new_comment: Response, change: Change
) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        ann.call(
            delete_comment,
            change(
                {"slug": article["article"]["slug"], "id": new_comment["comment"]["id"]}
            ),
        ),
        "4xx",
    )


@obligation("delete_comment.survives", "ownership.bts:78")
@pytest.mark.parametrize(
    "change",
    [
        Put("slug", "a" * 4000, id="path.slug.very_long"),
        Put("slug", "'\"`;--%s\\", id="path.slug.quotes"),
        Put("slug", "a\x00b", id="path.slug.nul"),
        Put("slug", "\u202ea\u202c\ufeff", id="path.slug.bidi_override"),
        Put("slug", "e" + "\u0301" * 60, id="path.slug.stacked_marks"),
        Put("slug", "\ud800", id="path.slug.not_utf8"),
        Put("id", "a" * 4000, id="path.id.very_long"),
        Put("id", "'\"`;--%s\\", id="path.id.quotes"),
        Put("id", "a\x00b", id="path.id.nul"),
        Put("id", "\u202ea\u202c\ufeff", id="path.id.bidi_override"),
        Put("id", "e" + "\u0301" * 60, id="path.id.stacked_marks"),
        Put("id", "\ud800", id="path.id.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(
    ann: Actor, article: Response, new_comment: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        ann.call(
            delete_comment,
            change(
                {"slug": article["article"]["slug"], "id": new_comment["comment"]["id"]}
            ),
        ),
        414,
        431,
        400,
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


@obligation("delete_comment.refuses.made_up_credential", "ownership.bts:81")
def test_refuses_made_up_credential(
    ann: Actor, article: Response, new_comment: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(ann).call(
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
    """A stranger is refused with 403 or 404."""
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


@obligation("delete_comment.deleted", "ownership.bts:78")
def test_deleted(ann: Actor, article: Response, new_comment: Response) -> None:
    """After the Comment is gone, the call is answered 404."""
    expect(
        ann.call(
            delete_comment,
            {"slug": article["article"]["slug"], "id": new_comment["comment"]["id"]},
        ),
        204,
    )
    expect(
        ann.call(
            delete_comment,
            {"slug": article["article"]["slug"], "id": new_comment["comment"]["id"]},
        ),
        404,
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


@obligation("delete_comment.misplaced", "ownership.bts:78")
def test_misplaced(ann: Actor, new_article: Response, new_comment: Response) -> None:
    """Under another Article, the Comment is unknown."""
    expect(
        ann.call(
            delete_comment,
            {
                "slug": new_article["article"]["slug"],
                "id": new_comment["comment"]["id"],
            },
        ),
        404,
    )


@obligation("delete_comment.spares", "ownership.bts:84")
def test_spares(
    ann: Actor, article: Response, new_comment: Response, comment_2: Response
) -> None:
    """Another Comment is as before."""
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
    is_listed(listed, ["id"], comment_2["comment"]["id"])
