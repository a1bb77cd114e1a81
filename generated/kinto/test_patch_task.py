"""PATCH /buckets/{bucket}/collections/{list}/records/{id} keeps what specs/kinto.bts:459 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Response,
    change_kept,
    equal,
    expect,
    forged,
    obligation,
    survived,
    unique,
)

from .contracts import DeleteTask200, Error, TaskAnswer
from .endpoints import create_task, delete_task, get_task, patch_task

BODY = [{"op": "replace", "path": "/data/title", "value": "feed the cat"}]


@obligation("patch_task.conforms", "specs/kinto.bts:462")
def test_conforms(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        200,
        TaskAnswer,
    )


@obligation("patch_task.accepts", "specs/kinto.bts:462")
@pytest.mark.parametrize(
    "change",
    [
        Put("[0].value", "a", "minimum_length"),
        Put("[0].value", "a" * 80, "maximum_length"),
        Put("[0].value", "aa", "near_minimum_length"),
        Put("[0].value", "a" * 79, "near_maximum_length"),
        Put("[0].value", "é" * 80, "maximum_length_not_ascii"),
        Put("[0].value", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("[0].value", "שלום عالم", "right_to_left"),
        Put("[0].value", "éñü", "composed"),
        Put("[0].value", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("[0].value", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
    ],
    ids=str,
)
def test_accepts(
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=change(BODY),
        ),
        200,
        TaskAnswer,
    )


@obligation("patch_task.conforms.filled", "specs/kinto.bts:467")
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
    expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": made["data"]["id"],
            },
            body=BODY,
        ),
        200,
        TaskAnswer,
    )


@obligation("patch_task.rejects", "specs/kinto.bts:463")
@pytest.mark.parametrize(
    "change",
    [
        Put("", "text", id="wrong_type"),
        Put(
            "",
            [{"op": "replace", "path": "/data/title", "value": "feed the cat"}, None],
            id="invalid_second_item",
        ),
        Put("[0]", None, "null"),
        Put("[0]", "text", "wrong_type"),
        Drop("[0].op", "missing"),
        Put("[0].op", None, "null"),
        Put("[0].op", "no_such_value", "not_allowed"),
        Put("[0].op", "REPLACE", "other_case"),
        Drop("[0].path", "missing"),
        Put("[0].path", None, "null"),
        Put("[0].path", "no_such_value", "not_allowed"),
        Put("[0].path", "/DATA/TITLE", "other_case"),
        Drop("[0].value", "missing"),
        Put("[0].value", None, "null"),
        Put("[0].value", 12345, "wrong_type"),
        Put("[0].value", "", "too_short"),
        Put("[0].value", "a" * 81, "too_long"),
        Put("[0].value", "a" * 100000, "much_too_long"),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", None, id="body.null"),
        Put("", {}, id="body.object"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_rejects(
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """An invalid body is answered 400."""
    expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=change(BODY),
        ),
        400,
        Error,
    )


@obligation("patch_task.rejects.body.wrong_media_type", "specs/kinto.bts:463")
def test_rejects_media_type(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
            media="text/plain",
        ),
        (400, 415),
    )


@obligation("patch_task.rejects", "specs/kinto.bts:459")
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
        Put("id", "no match ☃!", id="path.id.pattern_mismatch"),
        Put("id", "!A", id="path.id.pattern_prefix"),
        Put("id", "A!", id="path.id.pattern_suffix"),
        Put("id", "A\n", id="path.id.pattern_newline"),
    ],
    ids=str,
)
def test_rejects_params(
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        alice.call(
            patch_task,
            change(
                {
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                    "id": new_task["data"]["id"],
                }
            ),
            body=BODY,
        ),
        "4xx",
    )


@obligation("patch_task.survives", "specs/kinto.bts:459")
@pytest.mark.parametrize(
    "change",
    [
        Put(
            "",
            [{"op": "replace", "path": "/data/title", "value": "feed the cat"}] * 1000,
            id="very_many",
        ),
        Put("[0].specc_unknown", "text", id="[].unknown_field"),
        Put("[0].value", "'\"`;--%s\\", "quotes"),
        Put("[0].value", "a\x00b", "nul"),
        Put("[0].value", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("[0].value", "e" + "\u0301" * 60, "stacked_marks"),
        Put("[0].value", "\ud800", "lone_surrogate"),
        Put("[0].value", " ", "blank"),
    ],
    ids=str,
)
def test_survives(
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=change(BODY),
        ),
        413,
    )


@obligation("patch_task.survives", "specs/kinto.bts:459")
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
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            patch_task,
            change(
                {
                    "bucket": bucket["data"]["id"],
                    "list": collection["data"]["id"],
                    "id": new_task["data"]["id"],
                }
            ),
            body=BODY,
        ),
        414,
        431,
    )


@obligation("patch_task.refuses.anonymous", "specs/kinto.bts:464")
def test_refuses_anonymous(
    anonymous: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        401,
        Error,
    )


@obligation("patch_task.refuses.made_up_credential", "specs/kinto.bts:464")
def test_refuses_made_up_credential(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(alice).call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        401,
        Error,
    )


@obligation("patch_task.refuses.admin", "specs/kinto.bts:465")
def test_refuses_admin(
    root: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """Admin is refused with 403."""
    expect(
        root.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        403,
        Error,
    )


@obligation("patch_task.refuses.stranger", "specs/kinto.bts:460")
def test_refuses_stranger(
    bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """A stranger is refused with 403 or 404."""
    expect(
        bob.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        (403, 404),
    )


@obligation("patch_task.unaffected.anonymous", "specs/kinto.bts:464")
def test_unaffected_by_anonymous(
    alice: Actor,
    anonymous: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
) -> None:
    """The Task is as before after a refusal of anonymous."""
    before = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    anonymous.call(
        patch_task,
        {
            "bucket": bucket["data"]["id"],
            "list": collection["data"]["id"],
            "id": new_task["data"]["id"],
        },
        body=BODY,
    )
    after = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    equal(after["data"], before["data"])


@obligation("patch_task.unaffected.made_up_credential", "specs/kinto.bts:464")
def test_unaffected_by_made_up_credential(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """The Task is as before after a refusal of made_up_credential."""
    before = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    forged(alice).call(
        patch_task,
        {
            "bucket": bucket["data"]["id"],
            "list": collection["data"]["id"],
            "id": new_task["data"]["id"],
        },
        body=BODY,
    )
    after = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    equal(after["data"], before["data"])


@obligation("patch_task.unaffected.admin", "specs/kinto.bts:465")
def test_unaffected_by_admin(
    alice: Actor,
    root: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
) -> None:
    """The Task is as before after a refusal of admin."""
    before = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    root.call(
        patch_task,
        {
            "bucket": bucket["data"]["id"],
            "list": collection["data"]["id"],
            "id": new_task["data"]["id"],
        },
        body=BODY,
    )
    after = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    equal(after["data"], before["data"])


@obligation("patch_task.unaffected.stranger", "specs/kinto.bts:460")
def test_unaffected_by_stranger(
    alice: Actor, bob: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """The Task is as before after a refusal of stranger."""
    before = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    bob.call(
        patch_task,
        {
            "bucket": bucket["data"]["id"],
            "list": collection["data"]["id"],
            "id": new_task["data"]["id"],
        },
        body=BODY,
    )
    after = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    equal(after["data"], before["data"])


@obligation("patch_task.unaffected.invalid", "specs/kinto.bts:459")
@pytest.mark.parametrize(
    "change",
    [
        Put("", "text", id="wrong_type"),
        Put("[0].op", "no_such_value", "not_allowed"),
        Drop("[0].value", "missing"),
    ],
    ids=str,
)
def test_unaffected_by_invalid(
    alice: Actor,
    bucket: Response,
    collection: Response,
    new_task: Response,
    change: Change,
) -> None:
    """The Task is as before after an invalid body."""
    before = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    alice.call(
        patch_task,
        {
            "bucket": bucket["data"]["id"],
            "list": collection["data"]["id"],
            "id": new_task["data"]["id"],
        },
        body=change(BODY),
    )
    after = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    equal(after["data"], before["data"])


@obligation("patch_task.unknown.bucket", "specs/kinto.bts:466")
def test_unknown_bucket(alice: Actor, collection: Response, task: Response) -> None:
    """An unknown bucket is answered 404."""
    expect(
        alice.call(
            patch_task,
            {"bucket": "A", "list": collection["data"]["id"], "id": task["data"]["id"]},
            body=BODY,
        ),
        404,
        Error,
    )


@obligation("patch_task.unknown.list", "specs/kinto.bts:466")
def test_unknown_list(alice: Actor, bucket: Response, task: Response) -> None:
    """An unknown list is answered 404."""
    expect(
        alice.call(
            patch_task,
            {"bucket": bucket["data"]["id"], "list": "A", "id": task["data"]["id"]},
            body=BODY,
        ),
        404,
        Error,
    )


@obligation("patch_task.unknown.id", "specs/kinto.bts:466")
def test_unknown_id(alice: Actor, bucket: Response, collection: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": "A",
            },
            body=BODY,
        ),
        404,
        Error,
    )


@obligation("patch_task.deleted", "specs/kinto.bts:459")
def test_deleted(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """After the Task is gone, the call is answered 404."""
    expect(
        alice.call(
            delete_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        DeleteTask200,
    )
    expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        404,
    )


@obligation("patch_task.updates", "specs/kinto.bts:467")
def test_updates(
    alice: Actor, bucket: Response, collection: Response, new_task: Response
) -> None:
    """The change that it answers is seen when the Task is read again."""
    before = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    changed = expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        200,
        TaskAnswer,
    )
    after = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": changed["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    change_kept(before["data"], changed["data"], after["data"])


@obligation("patch_task.misplaced", "specs/kinto.bts:459")
def test_misplaced(
    alice: Actor, bucket: Response, new_collection: Response, new_task: Response
) -> None:
    """Under another Collection, the Task is unknown."""
    expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": new_collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        404,
    )


@obligation("patch_task.spares", "specs/kinto.bts:467")
def test_spares(
    alice: Actor,
    bucket: Response,
    collection: Response,
    task: Response,
    new_task: Response,
) -> None:
    """Another Task is as before."""
    before = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    expect(
        alice.call(
            patch_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": new_task["data"]["id"],
            },
            body=BODY,
        ),
        200,
        TaskAnswer,
    )
    after = expect(
        alice.call(
            get_task,
            {
                "bucket": bucket["data"]["id"],
                "list": collection["data"]["id"],
                "id": task["data"]["id"],
            },
        ),
        200,
        TaskAnswer,
    )
    equal(after["data"], before["data"])
