"""GET /buckets/{bucket}/collections/{list}/records keeps what specs/kinto.bts:342 says.

What has changed since a version, deletions included.
"""

import pytest
from specc.runtime import Actor, Change, Put, Response, expect, obligation

from .contracts import Error, ListChanges200
from .endpoints import list_changes


@obligation("list_changes.conforms", "specs/kinto.bts:345")
def test_conforms(alice: Actor, bucket: Response, collection: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        200,
        ListChanges200,
    )


@obligation("list_changes.accepts", "specs/kinto.bts:345")
@pytest.mark.parametrize(
    "change", [pytest.param(Put("_since", 0), id="query._since.minimum")]
)
def test_accepts_params(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(
            list_changes,
            change(
                {
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                    "_since": 0,
                }
            ),
        ),
        200,
        ListChanges200,
    )


@obligation("list_changes.refuses.anonymous", "specs/kinto.bts:347")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        401,
        Error,
    )


@obligation("list_changes.refuses.admin", "specs/kinto.bts:348")
def test_refuses_admin(root: Actor, bucket: Response, collection: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        403,
        Error,
    )


@obligation("list_changes.refuses.stranger", "specs/kinto.bts:343")
def test_refuses_stranger(bob: Actor, bucket: Response, collection: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            list_changes,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "_since": 0,
            },
        ),
        (403, 404),
    )


@obligation("list_changes.unknown.bucket", "specs/kinto.bts:348")
def test_unknown_bucket(alice: Actor, collection: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(
            list_changes, {"bucket": "A", "list": collection["data"]["id"], "_since": 0}
        ),
        403,
        Error,
    )


@obligation("list_changes.unknown.list", "specs/kinto.bts:349")
def test_unknown_list(alice: Actor, bucket: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(
            list_changes, {"bucket": bucket["data"]["id"], "list": "A", "_since": 0}
        ),
        404,
        Error,
    )
