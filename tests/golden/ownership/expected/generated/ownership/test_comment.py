"""POST /articles/{slug}/comments keeps what ownership.bts:62 says."""

from specc.runtime import Actor, Response, expect, obligation, unique

from .contracts import Comment201, Problem
from .endpoints import comment


@obligation("comment.conforms", "ownership.bts:65")
def test_conforms(ann: Actor, article: Response) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        ann.call(
            comment, {"slug": article["article"]["slug"]}, body={"text": unique("text")}
        ),
        201,
        Comment201,
    )


@obligation("comment.refuses.anonymous", "ownership.bts:66")
def test_refuses_anonymous(anonymous: Actor, article: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            comment, {"slug": article["article"]["slug"]}, body={"text": unique("text")}
        ),
        401,
        Problem,
    )


@obligation("comment.refuses.editor", "ownership.bts:67")
def test_refuses_editor(ed: Actor, article: Response) -> None:
    """Editor is refused with 403."""
    expect(
        ed.call(
            comment, {"slug": article["article"]["slug"]}, body={"text": unique("text")}
        ),
        403,
        Problem,
    )


@obligation("comment.unknown.slug", "ownership.bts:68")
def test_unknown_slug(ann: Actor) -> None:
    """An unknown slug is answered 404."""
    expect(
        ann.call(comment, {"slug": unique("unknown")}, body={"text": unique("text")}),
        404,
        Problem,
    )
