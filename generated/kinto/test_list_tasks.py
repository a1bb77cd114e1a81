"""GET /buckets/{bucket}/collections/{list}/records keeps what specs/kinto.bts:312 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Raw,
    Response,
    expect,
    is_listed,
    obligation,
    once_each,
    pages_within,
    read_list,
)

from .contracts import Error, ListTasks200, TaskAnswer
from .endpoints import create_task, list_tasks


@obligation("list_tasks.conforms", "specs/kinto.bts:322")
def test_conforms(alice: Actor, bucket: Response, collection: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        200,
        ListTasks200,
    )


@obligation("list_tasks.accepts", "specs/kinto.bts:322")
@pytest.mark.parametrize(
    "change", [pytest.param(Put("_limit", 0), id="query._limit.minimum")]
)
def test_accepts_params(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(
            list_tasks,
            change({"bucket": bucket["data"]["id"], "list": collection["data"]["id"]}),
        ),
        200,
        ListTasks200,
    )


@obligation("list_tasks.rejects", "specs/kinto.bts:324")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("_limit", Raw("text")), id="query._limit.wrong_type"),
        pytest.param(Put("_limit", -1), id="query._limit.below_minimum"),
    ],
)
def test_rejects_query(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """An invalid query is answered 400."""
    expect(
        alice.call(
            list_tasks,
            change({"bucket": bucket["data"]["id"], "list": collection["data"]["id"]}),
        ),
        400,
        Error,
    )


@obligation("list_tasks.refuses.anonymous", "specs/kinto.bts:325")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        401,
        Error,
    )


@obligation("list_tasks.refuses.admin", "specs/kinto.bts:326")
def test_refuses_admin(root: Actor, bucket: Response, collection: Response) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        403,
        Error,
    )


@obligation("list_tasks.refuses.stranger", "specs/kinto.bts:313")
def test_refuses_stranger(bob: Actor, bucket: Response, collection: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(
        bob.call(
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("list_tasks.unchanged", "specs/kinto.bts:323")
def test_unchanged(alice: Actor, bucket: Response, collection: Response) -> None:
    """What the caller has already, as If-None-Match says, is answered 304."""
    seen = expect(
        alice.call(
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        200,
        ListTasks200,
    )
    expect(
        alice.call(
            list_tasks,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "If-None-Match": seen.header("ETag"),
            },
        ),
        304,
    )


@obligation("list_tasks.unknown.bucket", "specs/kinto.bts:326")
def test_unknown_bucket(alice: Actor, collection: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(list_tasks, {"bucket": "A", "list": collection["data"]["id"]}),
        403,
        Error,
    )


@obligation("list_tasks.unknown.list", "specs/kinto.bts:327")
def test_unknown_list(alice: Actor, bucket: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(list_tasks, {"bucket": bucket["data"]["id"], "list": "A"}),
        404,
        Error,
    )


@obligation("list_tasks.lists", "specs/kinto.bts:328")
def test_lists(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A new Task is in the list."""
    listed = read_list(
        alice,
        list_tasks,
        params={"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        items=("data",),
        source=("header", "Next-Page"),
    )
    is_listed(listed, ["id"], new_task["data"]["id"])


@obligation("list_tasks.pages", "specs/kinto.bts:329")
def test_pages(alice: Actor, bucket: Response, collection: Response) -> None:
    """Page by page, each thing comes once, and no page is larger than asked for."""
    made_1 = expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        201,
        TaskAnswer,
    )
    made_2 = expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        201,
        TaskAnswer,
    )
    made_3 = expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        201,
        TaskAnswer,
    )
    listed = read_list(
        alice,
        list_tasks,
        params={
            "bucket": bucket["data"]["id"],
            "list": collection["data"]["id"],
            "_limit": 2,
        },
        items=("data",),
        source=("header", "Next-Page"),
    )
    once_each(listed, ["id"])
    is_listed(listed, ["id"], made_1["data"]["id"])
    is_listed(listed, ["id"], made_2["data"]["id"])
    is_listed(listed, ["id"], made_3["data"]["id"])
    pages_within(listed, 2)
