"""DELETE /buckets/{bucket}/collections/{list}/records keeps what specs/kinto.bts:485 says.

Deletes every task of a list, and says which.
"""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    expect,
    forged,
    obligation,
    survived,
)

from .contracts import ClearTasks200, DeleteCollection200, Error
from .endpoints import clear_tasks, delete_collection


@obligation("clear_tasks.conforms", "specs/kinto.bts:487")
def test_conforms(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
        200,
        ClearTasks200,
    )


@obligation("clear_tasks.rejects", "specs/kinto.bts:485")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "no match ☃!", id="path.bucket.pattern_mismatch"),
        Put("bucket", "!A", id="path.bucket.pattern_prefix"),
        Put("bucket", "A!", id="path.bucket.pattern_suffix"),
        Put("bucket", "A\n", id="path.bucket.pattern_newline"),
        Put("list", "no match ☃!", id="path.list.pattern_mismatch"),
        Put("list", "!A", id="path.list.pattern_prefix"),
        Put("list", "A!", id="path.list.pattern_suffix"),
        Put("list", "A\n", id="path.list.pattern_newline"),
    ],
    ids=str,
)
def test_rejects_params(
    alice: Actor, bucket: Response, new_collection: Response, change: Change
) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(
            clear_tasks,
            change(
                {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]}
            ),
        ),
        "4xx",
    )


@obligation("clear_tasks.survives", "specs/kinto.bts:485")
@pytest.mark.parametrize(
    "change",
    [
        Put("bucket", "a" * 4000, id="path.bucket.very_long"),
        Put("bucket", "'\"`;--%s\\", id="path.bucket.quotes"),
        Put("bucket", "a\x00b", id="path.bucket.nul"),
        Put("bucket", "\u202ea\u202c\ufeff", id="path.bucket.bidi_override"),
        Put("bucket", "e" + "\u0301" * 60, id="path.bucket.stacked_marks"),
        Put("bucket", "\ud800", id="path.bucket.not_utf8"),
        Put("list", "a" * 4000, id="path.list.very_long"),
        Put("list", "'\"`;--%s\\", id="path.list.quotes"),
        Put("list", "a\x00b", id="path.list.nul"),
        Put("list", "\u202ea\u202c\ufeff", id="path.list.bidi_override"),
        Put("list", "e" + "\u0301" * 60, id="path.list.stacked_marks"),
        Put("list", "\ud800", id="path.list.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(
    alice: Actor, bucket: Response, new_collection: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            clear_tasks,
            change(
                {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]}
            ),
        ),
        414,
        431,
        400,
    )


@obligation("clear_tasks.refuses.anonymous", "specs/kinto.bts:488")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, new_collection: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
        401,
        Error,
    )


@obligation("clear_tasks.refuses.made_up_credential", "specs/kinto.bts:488")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, new_collection: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
        401,
        Error,
    )


@obligation("clear_tasks.refuses.admin", "specs/kinto.bts:489")
def test_refuses_admin(root: Actor, bucket: Response, new_collection: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
        403,
        Error,
    )


@obligation("clear_tasks.refuses.stranger", "specs/kinto.bts:486")
def test_refuses_stranger(
    bob: Actor, bucket: Response, new_collection: Response
) -> None:
    """A stranger is refused with 403 or 404."""
    expect(
        bob.call(
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("clear_tasks.unknown.bucket", "specs/kinto.bts:489")
def test_unknown_bucket(alice: Actor, new_collection: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(clear_tasks, {"bucket": "A", "list": new_collection["data"]["id"]}),
        403,
        Error,
    )


@obligation("clear_tasks.unknown.list", "specs/kinto.bts:490")
def test_unknown_list(alice: Actor, bucket: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(clear_tasks, {"bucket": bucket["data"]["id"], "list": "A"}),
        404,
        Error,
    )


@obligation("clear_tasks.deleted", "specs/kinto.bts:485")
def test_deleted(alice: Actor, bucket: Response, new_collection: Response) -> None:
    """After the Collection is gone, the call is answered 404."""
    expect(
        alice.call(
            delete_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
        ),
        200,
        DeleteCollection200,
    )
    expect(
        alice.call(
            clear_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
        404,
    )


@obligation("clear_tasks.misplaced", "specs/kinto.bts:485")
def test_misplaced(
    alice: Actor, new_bucket: Response, new_collection: Response
) -> None:
    """Under another Bucket, the Collection is unknown."""
    expect(
        alice.call(
            clear_tasks,
            {"bucket": new_bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
        (403, 404),
    )
