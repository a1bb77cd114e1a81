"""What specs/kinto.bts says holds for requests of all kinds."""

from specc.runtime import Actor, Response, expect, expect_status, obligation, unique
from specc.runtime.properties import Sent, any_invalid, any_valid, refused

from . import requests
from .contracts import (
    BucketAnswer,
    GroupAnswer,
    ListBuckets200,
    ListCollections200,
    ListTasks200,
    TaskAnswer,
)
from .endpoints import (
    create_account,
    create_bucket,
    create_collection,
    create_group,
    create_task,
    list_buckets,
    list_changes,
    list_collections,
    list_tasks,
    merge_task,
    patch_task,
    put_bucket,
    replace_task,
    share_bucket,
    sign_up,
    update_account,
    update_bucket,
    update_collection,
    update_group,
    update_task,
)


@obligation("create_account.any_valid", "specs/kinto.bts:84")
@any_valid(requests.create_account)
def test_create_account_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 201, 200 or 401 as declared."""
    expect(anonymous.call(create_account, sent.params, body=sent.body), (201, 200, 401))


@obligation("create_account.any_invalid", "specs/kinto.bts:86")
@any_invalid(requests.create_account)
def test_create_account_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(create_account, sent.params, body=sent.body), sent)


@obligation("sign_up.any_valid", "specs/kinto.bts:105")
@any_valid(requests.sign_up)
def test_sign_up_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 201, 200, 400 or 401 as declared."""
    expect(anonymous.call(sign_up, body=sent.body), (201, 200, 400, 401))


@obligation("update_account.any_valid", "specs/kinto.bts:144")
@any_valid(requests.update_account)
def test_update_account_any_valid(
    new_alice: Actor, new_account: Response, sent: Sent
) -> None:
    """Any valid request is answered 200 or 404 as declared."""
    expect(
        new_alice.call(
            update_account, {"id": new_account["data"]["id"]}, body=sent.body
        ),
        (200, 404),
    )


@obligation("update_account.any_invalid", "specs/kinto.bts:145")
@any_invalid(requests.update_account)
def test_update_account_any_invalid(
    new_alice: Actor, new_account: Response, sent: Sent
) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(
        new_alice.call(
            update_account, {"id": new_account["data"]["id"]}, body=sent.body
        ),
        sent,
    )


@obligation("create_bucket.any_valid", "specs/kinto.bts:170")
@any_valid(requests.create_bucket)
def test_create_bucket_any_valid(alice: Actor, sent: Sent) -> None:
    """Any valid request is answered 201 as declared."""
    expect(alice.call(create_bucket, body=sent.body), 201, BucketAnswer)


@obligation("create_bucket.any_invalid", "specs/kinto.bts:171")
@any_invalid(requests.create_bucket)
def test_create_bucket_any_invalid(alice: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(alice.call(create_bucket, body=sent.body), sent)


@obligation("put_bucket.any_valid", "specs/kinto.bts:184")
@any_valid(requests.put_bucket)
def test_put_bucket_any_valid(alice: Actor, sent: Sent) -> None:
    """Any valid request is answered 201, 200, 403 or 412 as declared."""
    expect(alice.call(put_bucket, sent.params, body=sent.body), (201, 200, 403, 412))


@obligation("put_bucket.any_invalid", "specs/kinto.bts:186")
@any_invalid(requests.put_bucket)
def test_put_bucket_any_invalid(alice: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(alice.call(put_bucket, sent.params, body=sent.body), sent)


@obligation("list_buckets.any_valid", "specs/kinto.bts:217")
@any_valid(requests.list_buckets)
def test_list_buckets_any_valid(alice: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(alice.call(list_buckets, sent.params), 200, ListBuckets200)


@obligation("list_buckets.any_invalid", "specs/kinto.bts:219")
@any_invalid(requests.list_buckets)
def test_list_buckets_any_invalid(alice: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(alice.call(list_buckets, sent.params), sent)


@obligation("update_bucket.any_valid", "specs/kinto.bts:230")
@any_valid(requests.update_bucket)
def test_update_bucket_any_valid(alice: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    new_bucket = expect_status(alice.call(create_bucket, body={"data": {}}), 201)
    expect(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=sent.body),
        200,
        BucketAnswer,
    )


@obligation("update_bucket.any_invalid", "specs/kinto.bts:231")
@any_invalid(requests.update_bucket)
def test_update_bucket_any_invalid(alice: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    new_bucket = expect_status(alice.call(create_bucket, body={"data": {}}), 201)
    refused(
        alice.call(update_bucket, {"id": new_bucket["data"]["id"]}, body=sent.body),
        sent,
    )


@obligation("share_bucket.any_valid", "specs/kinto.bts:244")
@any_valid(requests.share_bucket)
def test_share_bucket_any_valid(alice: Actor, bucket: Response, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(
        alice.call(share_bucket, {"id": bucket["data"]["id"]}, body=sent.body),
        200,
        BucketAnswer,
    )


@obligation("share_bucket.any_invalid", "specs/kinto.bts:245")
@any_invalid(requests.share_bucket)
def test_share_bucket_any_invalid(alice: Actor, bucket: Response, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(
        alice.call(share_bucket, {"id": bucket["data"]["id"]}, body=sent.body), sent
    )


@obligation("create_collection.any_invalid", "specs/kinto.bts:271")
@any_invalid(requests.create_collection)
def test_create_collection_any_invalid(
    alice: Actor, bucket: Response, sent: Sent
) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(
        alice.call(create_collection, {"bucket": bucket["data"]["id"]}, body=sent.body),
        sent,
    )


@obligation("list_collections.any_valid", "specs/kinto.bts:300")
@any_valid(requests.list_collections)
def test_list_collections_any_valid(alice: Actor, bucket: Response, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(
        alice.call(list_collections, {"bucket": bucket["data"]["id"]} | sent.params),
        200,
        ListCollections200,
    )


@obligation("list_collections.any_invalid", "specs/kinto.bts:301")
@any_invalid(requests.list_collections)
def test_list_collections_any_invalid(
    alice: Actor, bucket: Response, sent: Sent
) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(
        alice.call(list_collections, {"bucket": bucket["data"]["id"]} | sent.params),
        sent,
    )


@obligation("update_collection.any_invalid", "specs/kinto.bts:314")
@any_invalid(requests.update_collection)
def test_update_collection_any_invalid(
    alice: Actor, bucket: Response, sent: Sent
) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    new_collection = expect_status(
        alice.call(
            create_collection,
            {"bucket": bucket["data"]["id"]},
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
    )
    refused(
        alice.call(
            update_collection,
            {"bucket": bucket["data"]["id"], "id": new_collection["data"]["id"]},
            body=sent.body,
        ),
        sent,
    )


@obligation("create_task.any_valid", "specs/kinto.bts:342")
@any_valid(requests.create_task)
def test_create_task_any_valid(
    alice: Actor, bucket: Response, collection: Response, sent: Sent
) -> None:
    """Any valid request is answered 201 as declared."""
    expect(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=sent.body,
        ),
        201,
        TaskAnswer,
    )


@obligation("create_task.any_invalid", "specs/kinto.bts:343")
@any_invalid(requests.create_task)
def test_create_task_any_invalid(
    alice: Actor, bucket: Response, collection: Response, sent: Sent
) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body=sent.body,
        ),
        sent,
    )


@obligation("list_tasks.any_valid", "specs/kinto.bts:377")
@any_valid(requests.list_tasks)
def test_list_tasks_any_valid(
    alice: Actor, bucket: Response, collection: Response, sent: Sent
) -> None:
    """Any valid request is answered 200 as declared."""
    expect(
        alice.call(
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]}
            | sent.params,
        ),
        200,
        ListTasks200,
    )


@obligation("list_tasks.any_invalid", "specs/kinto.bts:379")
@any_invalid(requests.list_tasks)
def test_list_tasks_any_invalid(
    alice: Actor, bucket: Response, collection: Response, sent: Sent
) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(
        alice.call(
            list_tasks,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]}
            | sent.params,
        ),
        sent,
    )


@obligation("list_changes.any_valid", "specs/kinto.bts:400")
@any_valid(requests.list_changes)
def test_list_changes_any_valid(
    alice: Actor, bucket: Response, collection: Response, sent: Sent
) -> None:
    """Any valid request is answered 200 or 400 as declared."""
    expect(
        alice.call(
            list_changes,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]}
            | sent.params,
        ),
        (200, 400),
    )


@obligation("list_changes.any_invalid", "specs/kinto.bts:397")
@any_invalid(requests.list_changes)
def test_list_changes_any_invalid(
    alice: Actor, bucket: Response, collection: Response, sent: Sent
) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(
        alice.call(
            list_changes,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]}
            | sent.params,
        ),
        sent,
    )


@obligation("replace_task.any_valid", "specs/kinto.bts:415")
@any_valid(requests.replace_task)
def test_replace_task_any_valid(
    alice: Actor, bucket: Response, collection: Response, sent: Sent
) -> None:
    """Any valid request is answered 200 or 201 as declared."""
    new_task = expect_status(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        201,
    )
    expect(
        alice.call(
            replace_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=sent.body,
        ),
        (200, 201),
    )


@obligation("replace_task.any_invalid", "specs/kinto.bts:417")
@any_invalid(requests.replace_task)
def test_replace_task_any_invalid(
    alice: Actor, bucket: Response, collection: Response, sent: Sent
) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    new_task = expect_status(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        201,
    )
    refused(
        alice.call(
            replace_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=sent.body,
        ),
        sent,
    )


@obligation("update_task.any_valid", "specs/kinto.bts:433")
@any_valid(requests.update_task)
def test_update_task_any_valid(
    alice: Actor, bucket: Response, collection: Response, sent: Sent
) -> None:
    """Any valid request is answered 200 as declared."""
    new_task = expect_status(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        201,
    )
    expect(
        alice.call(
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=sent.body,
        ),
        200,
        TaskAnswer,
    )


@obligation("update_task.any_invalid", "specs/kinto.bts:434")
@any_invalid(requests.update_task)
def test_update_task_any_invalid(
    alice: Actor, bucket: Response, collection: Response, sent: Sent
) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    new_task = expect_status(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        201,
    )
    refused(
        alice.call(
            update_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=sent.body,
        ),
        sent,
    )


@obligation("merge_task.any_valid", "specs/kinto.bts:449")
@any_valid(requests.merge_task)
def test_merge_task_any_valid(
    alice: Actor, bucket: Response, collection: Response, sent: Sent
) -> None:
    """Any valid request is answered 200 as declared."""
    new_task = expect_status(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        201,
    )
    expect(
        alice.call(
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=sent.body,
        ),
        200,
        TaskAnswer,
    )


@obligation("merge_task.any_invalid", "specs/kinto.bts:450")
@any_invalid(requests.merge_task)
def test_merge_task_any_invalid(
    alice: Actor, bucket: Response, collection: Response, sent: Sent
) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    new_task = expect_status(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        201,
    )
    refused(
        alice.call(
            merge_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=sent.body,
        ),
        sent,
    )


@obligation("patch_task.any_valid", "specs/kinto.bts:462")
@any_valid(requests.patch_task)
def test_patch_task_any_valid(
    alice: Actor, bucket: Response, collection: Response, sent: Sent
) -> None:
    """Any valid request is answered 200 as declared."""
    new_task = expect_status(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        201,
    )
    expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=sent.body,
        ),
        200,
        TaskAnswer,
    )


@obligation("create_group.any_valid", "specs/kinto.bts:498")
@any_valid(requests.create_group)
def test_create_group_any_valid(alice: Actor, bucket: Response, sent: Sent) -> None:
    """Any valid request is answered 201 or 400 as declared."""
    expect(
        alice.call(create_group, {"bucket": bucket["data"]["id"]}, body=sent.body),
        (201, 400),
    )


@obligation("create_group.any_invalid", "specs/kinto.bts:502")
@any_invalid(requests.create_group)
def test_create_group_any_invalid(alice: Actor, bucket: Response, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(
        alice.call(create_group, {"bucket": bucket["data"]["id"]}, body=sent.body), sent
    )


@obligation("update_group.any_valid", "specs/kinto.bts:535")
@any_valid(requests.update_group)
def test_update_group_any_valid(alice: Actor, bucket: Response, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    new_group = expect_status(
        alice.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        201,
    )
    expect(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=sent.body,
        ),
        200,
        GroupAnswer,
    )


@obligation("update_group.any_invalid", "specs/kinto.bts:536")
@any_invalid(requests.update_group)
def test_update_group_any_invalid(alice: Actor, bucket: Response, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    new_group = expect_status(
        alice.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        201,
    )
    refused(
        alice.call(
            update_group,
            {"bucket": bucket["data"]["id"], "id": new_group["data"]["id"]},
            body=sent.body,
        ),
        sent,
    )
