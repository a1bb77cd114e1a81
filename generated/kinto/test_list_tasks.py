"""GET /buckets/{bucket}/collections/{list}/records keeps what specs/kinto.bts:367 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Raw,
    Response,
    eventually,
    expect,
    forged,
    is_listed,
    none_new,
    not_listed,
    obligation,
    once_each,
    pages_within,
    read_list,
    survived,
    unique,
)

from .contracts import (
    CollectionAnswer,
    DeleteBucket200,
    DeleteCollection200,
    Error,
    ListTasks200,
    TaskAnswer,
)
from .endpoints import (
    create_collection,
    create_task,
    delete_bucket,
    delete_collection,
    list_tasks,
)


@obligation("list_tasks.conforms", "specs/kinto.bts:377")
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


@obligation("list_tasks.accepts", "specs/kinto.bts:377")
@pytest.mark.parametrize(
    "change",
    [
        Put("_limit", 0, id="query._limit.minimum"),
        Put("_limit", 1, id="query._limit.near_minimum"),
    ],
    ids=str,
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


@obligation("list_tasks.conforms.filled", "specs/kinto.bts:383")
def test_conforms_filled(alice: Actor, bucket: Response, collection: Response) -> None:
    """The answer about a Task with all that it may have is as declared."""
    made = expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {
                    "title": "water the plants",
                    "priority": 2,
                    "tags": ["home"],
                    "done": True,
                    "status": "open",
                    "estimate": 1,
                    "due": "2030-01-31",
                    "note": unique("text"),
                    "assignee": {"name": unique("text"), "team": unique("text")},
                }
            },
        ),
        201,
        TaskAnswer,
    )
    listed = read_list(
        alice,
        list_tasks,
        params={"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        items=("data",),
        source=("header", "Next-Page"),
    )
    is_listed(listed, ["id"], made["data"]["id"])


@obligation("list_tasks.rejects", "specs/kinto.bts:379")
@pytest.mark.parametrize(
    "change",
    [
        Put("_limit", Raw("text"), id="query._limit.wrong_type"),
        Put("_limit", Raw("NaN"), id="query._limit.not_a_number"),
        Put("_limit", Raw("Infinity"), id="query._limit.infinite"),
        Put("_limit", -1, id="query._limit.below_minimum"),
    ],
    ids=str,
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


@obligation("list_tasks.rejects", "specs/kinto.bts:367")
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
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(
            list_tasks,
            change({"bucket": bucket["data"]["id"], "list": collection["data"]["id"]}),
        ),
        "4xx",
    )


@obligation("list_tasks.survives", "specs/kinto.bts:367")
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
        Put("_limit", 9007199254740993, id="query._limit.beyond_doubles"),
        Put("_limit", 9223372036854775808, id="query._limit.beyond_64_bits"),
        Put("_token", "a" * 4000, id="query._token.very_long"),
        Put("_token", "", id="query._token.empty"),
        Put("_token", "'\"`;--%s\\", id="query._token.quotes"),
        Put("_token", "a\x00b", id="query._token.nul"),
        Put("_token", "\u202ea\u202c\ufeff", id="query._token.bidi_override"),
        Put("_token", "e" + "\u0301" * 60, id="query._token.stacked_marks"),
        Put("_token", "\ud800", id="query._token.not_utf8"),
        Put("_sort", "a" * 4000, id="query._sort.very_long"),
        Put("_sort", "", id="query._sort.empty"),
        Put("_sort", "'\"`;--%s\\", id="query._sort.quotes"),
        Put("_sort", "a\x00b", id="query._sort.nul"),
        Put("_sort", "\u202ea\u202c\ufeff", id="query._sort.bidi_override"),
        Put("_sort", "e" + "\u0301" * 60, id="query._sort.stacked_marks"),
        Put("_sort", "\ud800", id="query._sort.not_utf8"),
        Put("title", "a" * 4000, id="query.title.very_long"),
        Put("title", "", id="query.title.empty"),
        Put("title", "'\"`;--%s\\", id="query.title.quotes"),
        Put("title", "a\x00b", id="query.title.nul"),
        Put("title", "\u202ea\u202c\ufeff", id="query.title.bidi_override"),
        Put("title", "e" + "\u0301" * 60, id="query.title.stacked_marks"),
        Put("title", "\ud800", id="query.title.not_utf8"),
        Put("not_title", "a" * 4000, id="query.not_title.very_long"),
        Put("not_title", "", id="query.not_title.empty"),
        Put("not_title", "'\"`;--%s\\", id="query.not_title.quotes"),
        Put("not_title", "a\x00b", id="query.not_title.nul"),
        Put("not_title", "\u202ea\u202c\ufeff", id="query.not_title.bidi_override"),
        Put("not_title", "e" + "\u0301" * 60, id="query.not_title.stacked_marks"),
        Put("not_title", "\ud800", id="query.not_title.not_utf8"),
        Put("in_status", "a" * 4000, id="query.in_status.very_long"),
        Put("in_status", "", id="query.in_status.empty"),
        Put("in_status", "'\"`;--%s\\", id="query.in_status.quotes"),
        Put("in_status", "a\x00b", id="query.in_status.nul"),
        Put("in_status", "\u202ea\u202c\ufeff", id="query.in_status.bidi_override"),
        Put("in_status", "e" + "\u0301" * 60, id="query.in_status.stacked_marks"),
        Put("in_status", "\ud800", id="query.in_status.not_utf8"),
        Put("min_priority", "a" * 4000, id="query.min_priority.very_long"),
        Put("min_priority", "", id="query.min_priority.empty"),
        Put("min_priority", "'\"`;--%s\\", id="query.min_priority.quotes"),
        Put("min_priority", "a\x00b", id="query.min_priority.nul"),
        Put(
            "min_priority", "\u202ea\u202c\ufeff", id="query.min_priority.bidi_override"
        ),
        Put("min_priority", "e" + "\u0301" * 60, id="query.min_priority.stacked_marks"),
        Put("min_priority", "\ud800", id="query.min_priority.not_utf8"),
        Put('["If-None-Match"]', '"1', id="header.If-None-Match.pattern_too_short"),
        Put('["If-None-Match"]', '!"1"', id="header.If-None-Match.pattern_prefix"),
        Put('["If-None-Match"]', '"1"!', id="header.If-None-Match.pattern_suffix"),
        Put('["If-None-Match"]', '"1"', id="header.If-None-Match.shortest"),
    ],
    ids=str,
)
def test_survives_params(
    alice: Actor, bucket: Response, collection: Response, change: Change
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            list_tasks,
            change({"bucket": bucket["data"]["id"], "list": collection["data"]["id"]}),
        ),
        414,
        431,
    )


@obligation("list_tasks.refuses.anonymous", "specs/kinto.bts:380")
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


@obligation("list_tasks.refuses.made_up_credential", "specs/kinto.bts:380")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, collection: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        401,
        Error,
    )


@obligation("list_tasks.refuses.admin", "specs/kinto.bts:381")
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


@obligation("list_tasks.refuses.stranger", "specs/kinto.bts:368")
def test_refuses_stranger(bob: Actor, bucket: Response, collection: Response) -> None:
    """A stranger is refused with 403 or 404."""
    expect(
        bob.call(
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
        ),
        (403, 404),
    )


@obligation("list_tasks.unchanged", "specs/kinto.bts:378")
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


@obligation("list_tasks.unknown.bucket", "specs/kinto.bts:381")
def test_unknown_bucket(alice: Actor, collection: Response) -> None:
    """An unknown bucket is answered 403."""
    expect(
        alice.call(list_tasks, {"bucket": "A", "list": collection["data"]["id"]}),
        403,
        Error,
    )


@obligation("list_tasks.unknown.list", "specs/kinto.bts:382")
def test_unknown_list(alice: Actor, bucket: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(list_tasks, {"bucket": bucket["data"]["id"], "list": "A"}),
        404,
        Error,
    )


@obligation("list_tasks.deleted", "specs/kinto.bts:367")
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
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        ),
        404,
    )


@obligation("list_tasks.deleted.bucket", "specs/kinto.bts:367")
def test_deleted_with_its_bucket(alice: Actor, new_bucket: Response) -> None:
    """What was made in a Bucket is gone with it."""
    made = expect(
        alice.call(
            create_collection,
            {"bucket": new_bucket["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
        201,
        CollectionAnswer,
    )
    expect(
        alice.call(delete_bucket, {"id": new_bucket["data"]["id"]}),
        200,
        DeleteBucket200,
    )
    expect(
        alice.call(
            list_tasks, {"bucket": new_bucket["data"]["id"], "list": made["data"]["id"]}
        ),
        (403, 404),
    )


@obligation("list_tasks.lists", "specs/kinto.bts:383")
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


@obligation("list_tasks.pages", "specs/kinto.bts:384")
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
    made_4 = expect(
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
    made_5 = expect(
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
    is_listed(listed, ["id"], made_4["data"]["id"])
    is_listed(listed, ["id"], made_5["data"]["id"])
    pages_within(listed, 2)
    made_6 = expect(
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
    is_listed(listed, ["id"], made_6["data"]["id"])
    once_each(listed, ["id"])
    is_listed(listed, ["id"], made_1["data"]["id"])
    is_listed(listed, ["id"], made_2["data"]["id"])
    is_listed(listed, ["id"], made_3["data"]["id"])
    is_listed(listed, ["id"], made_4["data"]["id"])
    is_listed(listed, ["id"], made_5["data"]["id"])


@obligation("list_tasks.misplaced", "specs/kinto.bts:383")
def test_misplaced(
    alice: Actor, bucket: Response, new_collection: Response, task: Response
) -> None:
    """The list under another Collection does not show the Task."""
    listed = read_list(
        alice,
        list_tasks,
        params={"bucket": bucket["data"]["id"], "list": new_collection["data"]["id"]},
        items=("data",),
        source=("header", "Next-Page"),
    )
    not_listed(listed, ["id"], task["data"]["id"])


@obligation("list_tasks.safe", "specs/kinto.bts:383")
def test_safe(alice: Actor, bucket: Response, collection: Response) -> None:
    """Reading changes nothing."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                alice,
                list_tasks,
                params={
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                },
                items=("data",),
                source=("header", "Next-Page"),
            )
            listed = read_list(
                alice,
                list_tasks,
                params={
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                },
                items=("data",),
                source=("header", "Next-Page"),
            )
            none_new(listed, listed_before, ["id"])
