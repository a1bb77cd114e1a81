"""The tests that specs/kinto.bts states."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Checks,
    contains,
    each,
    equal,
    eventually,
    expect,
    greater,
    not_one_of,
    obligation,
    one_of,
    unequal,
    unique,
)

from .endpoints import (
    batch,
    clear_tasks,
    count_tasks,
    create_account,
    create_bucket,
    create_group,
    create_task,
    delete_account,
    delete_bucket,
    delete_task,
    get_account,
    get_bucket,
    get_task,
    list_accounts,
    list_changes,
    list_collections,
    list_tasks,
    merge_task,
    patch_task,
    put_bucket,
    replace_task,
    server_info,
    share_bucket,
    sign_up,
    update_group,
    update_task,
)
from .flows import first_task, new_list
from .service import kinto


@obligation("test.the_server_says_who_is_asking", "specs/kinto.bts:589", "smoke")
def test_the_server_says_who_is_asking(
    alice: Actor, anonymous: Actor, check: Checks
) -> None:
    """The server says who is asking."""
    own = check.expect(alice.call(list_accounts), 200, at="specs/kinto.bts:590")
    info = check.expect(alice.call(server_info), 200, at="specs/kinto.bts:591")
    with check(
        "specs/kinto.bts:592", 'info.user.id == "account:{own.data[0].id}"', info, own
    ):
        equal(info.get("user")["id"], "account:{}".format(own["data"][0]["id"]))
    with check(
        "specs/kinto.bts:593", '"system.Authenticated" in info.user.principals', info
    ):
        one_of("system.Authenticated", info.get("user")["principals"])
    nobody = check.expect(anonymous.call(server_info), 200, at="specs/kinto.bts:594")
    with check("specs/kinto.bts:595", "nobody.user == null", nobody):
        equal(nobody.get("user"), None)


@obligation("test.an_account_answers_to_its_password_alone", "specs/kinto.bts:598")
def test_an_account_answers_to_its_password_alone(
    anonymous: Actor, check: Checks
) -> None:
    """An account answers to its password alone."""
    carol = check.expect(
        anonymous.call(
            create_account,
            {"id": unique("carol")},
            body={"data": {"password": "tea-party"}},
        ),
        201,
        at="specs/kinto.bts:599",
    )
    own = check.expect(
        Actor("basic")
        .basic(carol["data"]["id"], "tea-party")
        .call(get_account, {"id": carol["data"]["id"]}),
        200,
        at="specs/kinto.bts:600",
    )
    with check("specs/kinto.bts:601", "own.data == carol.data", own, carol):
        equal(own["data"], carol["data"])
    with check("specs/kinto.bts:602"):
        expect(
            Actor("basic")
            .basic(carol["data"]["id"], "coffee-party")
            .call(get_account, {"id": carol["data"]["id"]}),
            401,
        )
    with check("specs/kinto.bts:603"):
        expect(
            Actor("basic")
            .basic(carol["data"]["id"], "tea-party")
            .call(
                create_account,
                {"id": carol["data"]["id"]},
                body={"data": {"password": "coffee-party"}},
            ),
            200,
        )
    with check("specs/kinto.bts:606"):
        expect(
            Actor("basic")
            .basic(carol["data"]["id"], "tea-party")
            .call(get_account, {"id": carol["data"]["id"]}),
            401,
        )
    changed = check.expect(
        Actor("basic")
        .basic(carol["data"]["id"], "coffee-party")
        .call(get_account, {"id": carol["data"]["id"]}),
        200,
        at="specs/kinto.bts:607",
    )
    with check(
        "specs/kinto.bts:608",
        "changed.data.password != carol.data.password",
        changed,
        carol,
    ):
        unequal(changed["data"]["password"], carol["data"]["password"])


@obligation("test.an_account_that_closes_itself_is_gone", "specs/kinto.bts:611")
def test_an_account_that_closes_itself_is_gone(
    anonymous: Actor, root: Actor, check: Checks
) -> None:
    """An account that closes itself is gone."""
    dave = check.expect(
        anonymous.call(
            create_account,
            {"id": unique("dave")},
            body={"data": {"password": "hal-9000"}},
        ),
        201,
        at="specs/kinto.bts:612",
    )
    all_there_is = check.expect(
        Actor("basic").basic(dave["data"]["id"], "hal-9000").call(list_accounts),
        200,
        at="specs/kinto.bts:613",
    )
    with check(
        "specs/kinto.bts:614", "all_there_is.data == [dave.data]", all_there_is, dave
    ):
        equal(all_there_is["data"], [dave["data"]])
    gone = check.expect(
        Actor("basic")
        .basic(dave["data"]["id"], "hal-9000")
        .call(delete_account, {"id": dave["data"]["id"]}),
        200,
        at="specs/kinto.bts:615",
    )
    with check("specs/kinto.bts:616", "gone.data.id == dave.data.id", gone, dave):
        equal(gone["data"]["id"], dave["data"]["id"])
    with check("specs/kinto.bts:617"):
        expect(
            Actor("basic")
            .basic(dave["data"]["id"], "hal-9000")
            .call(get_account, {"id": dave["data"]["id"]}),
            401,
        )
    with check("specs/kinto.bts:618"):
        expect(root.call(get_account, {"id": dave["data"]["id"]}), 404)


@obligation("test.a_name_can_be_taken_once", "specs/kinto.bts:621")
def test_a_name_can_be_taken_once(
    anonymous: Actor, alice: Actor, check: Checks
) -> None:
    """A name can be taken once."""
    erin = check.expect(
        anonymous.call(
            create_account, {"id": unique("erin")}, body={"data": {"password": "first"}}
        ),
        201,
        at="specs/kinto.bts:622",
    )
    with check("specs/kinto.bts:623"):
        expect(
            anonymous.call(
                sign_up, body={"data": {"id": erin["data"]["id"], "password": "second"}}
            ),
            401,
        )
    refused_2 = check.expect(
        alice.call(
            sign_up, body={"data": {"id": erin["data"]["id"], "password": "second"}}
        ),
        400,
        at="specs/kinto.bts:624",
    )
    with check(
        "specs/kinto.bts:625", 'refused.message contains "do not match"', refused_2
    ):
        contains(refused_2.get("message"), "do not match")


@obligation("test.names_and_passwords_that_are_refused", "specs/kinto.bts:628")
@pytest.mark.parametrize(
    ("name", "password"),
    [
        pytest.param("", "sesame", id="empty-sesame"),
        pytest.param(".hidden", "sesame", id=".hidden-sesame"),
        pytest.param("two words", "sesame", id="two_words-sesame"),
        pytest.param("-dash", "sesame", id="-dash-sesame"),
        pytest.param("frank", "", id="frank-empty"),
    ],
)
def test_names_and_passwords_that_are_refused(
    anonymous: Actor, check: Checks, name: object, password: object
) -> None:
    """Names and passwords that are refused."""
    refused_2 = check.expect(
        anonymous.call(sign_up, body={"data": {"id": name, "password": password}}),
        400,
        at="specs/kinto.bts:635",
    )
    with check("specs/kinto.bts:636", "refused.errno == 107", refused_2):
        equal(refused_2["errno"], 107)


@obligation(
    "test.a_bucket_is_made_once_under_a_name", "specs/kinto.bts:639", "concurrency"
)
def test_a_bucket_is_made_once_under_a_name(
    alice: Actor, bob: Actor, check: Checks
) -> None:
    """A bucket is made once under a name."""
    shelf = check.expect(
        alice.call(
            put_bucket,
            {"id": unique("shelf"), "If-None-Match": "*"},
            body={"data": {"note": "books"}},
        ),
        201,
        at="specs/kinto.bts:640",
    )
    refused_2 = check.expect(
        alice.call(
            put_bucket,
            {"id": shelf["data"]["id"], "If-None-Match": "*"},
            body={"data": {"note": "records"}},
        ),
        412,
        at="specs/kinto.bts:641",
    )
    with check(
        "specs/kinto.bts:644", 'refused.details.existing.note == "books"', refused_2
    ):
        equal(refused_2.get("details")["existing"]["note"], "books")
    with check("specs/kinto.bts:645"):
        expect(
            bob.call(
                put_bucket, {"id": shelf["data"]["id"]}, body={"data": {"note": "mine"}}
            ),
            403,
        )
    replaced = check.expect(
        alice.call(
            put_bucket, {"id": shelf["data"]["id"]}, body={"data": {"note": "records"}}
        ),
        200,
        at="specs/kinto.bts:646",
    )
    with check("specs/kinto.bts:647", 'replaced.data.note == "records"', replaced):
        equal(replaced["data"].get("note"), "records")


@obligation(
    "test.a_version_that_is_out_of_date_changes_nothing",
    "specs/kinto.bts:650",
    "concurrency",
)
def test_a_version_that_is_out_of_date_changes_nothing(
    alice: Actor, check: Checks
) -> None:
    """A version that is out of date changes nothing."""
    x = first_task(alice, check)
    seen = check.expect(
        alice.call(
            get_task,
            {
                "bucket": x.bucket["data"]["id"],
                "list": x.list_["data"]["id"],
                "id": x.task["data"]["id"],
            },
        ),
        200,
        at="specs/kinto.bts:652",
    )
    with check(
        "specs/kinto.bts:653",
        'header(seen, "ETag") == "\\"{seen.data.last_modified}\\""',
        seen,
    ):
        equal(seen.header("ETag"), '"{}"'.format(seen["data"]["last_modified"]))
    changed = check.expect(
        alice.call(
            update_task,
            {
                "bucket": x.bucket["data"]["id"],
                "list": x.list_["data"]["id"],
                "id": x.task["data"]["id"],
                "If-Match": seen.header("ETag"),
            },
            body={"data": {"done": True}},
        ),
        200,
        at="specs/kinto.bts:654",
    )
    with check(
        "specs/kinto.bts:660",
        "changed.data.last_modified > seen.data.last_modified",
        changed,
        seen,
    ):
        greater(changed["data"]["last_modified"], seen["data"]["last_modified"])
    late = check.expect(
        alice.call(
            update_task,
            {
                "bucket": x.bucket["data"]["id"],
                "list": x.list_["data"]["id"],
                "id": x.task["data"]["id"],
                "If-Match": seen.header("ETag"),
            },
            body={"data": {"done": False}},
        ),
        412,
        at="specs/kinto.bts:661",
    )
    with check(
        "specs/kinto.bts:667", "late.details.existing == changed.data", changed, late
    ):
        equal(late.get("details")["existing"], changed["data"])
    with check(
        "specs/kinto.bts:668",
        'header(late, "ETag") == header(changed, "ETag")',
        late,
        changed,
    ):
        equal(late.header("ETag"), changed.header("ETag"))
    with check("specs/kinto.bts:669"):
        expect(
            alice.call(
                get_task,
                {
                    "bucket": x.bucket["data"]["id"],
                    "list": x.list_["data"]["id"],
                    "id": x.task["data"]["id"],
                    "If-None-Match": changed.header("ETag"),
                },
            ),
            304,
        )
    again = check.expect(
        alice.call(
            get_task,
            {
                "bucket": x.bucket["data"]["id"],
                "list": x.list_["data"]["id"],
                "id": x.task["data"]["id"],
                "If-None-Match": seen.header("ETag"),
            },
        ),
        200,
        at="specs/kinto.bts:675",
    )
    with check("specs/kinto.bts:681", "again.data == changed.data", again, changed):
        equal(again["data"], changed["data"])


@obligation(
    "test.a_version_that_is_none_is_refused", "specs/kinto.bts:684", "concurrency"
)
@pytest.mark.parametrize(
    ("etag",),
    [
        pytest.param("5", id="5"),
        pytest.param('W/"5"', id="W__5_"),
        pytest.param('"abc"', id="_abc_"),
    ],
)
def test_a_version_that_is_none_is_refused(
    alice: Actor, check: Checks, etag: object
) -> None:
    """A version that is none is refused."""
    bucket = check.expect(
        alice.call(create_bucket, body={"data": {}}), 201, at="specs/kinto.bts:686"
    )
    refused_2 = check.expect(
        alice.call(get_bucket, {"id": bucket["data"]["id"], "If-Match": etag}),
        400,
        at="specs/kinto.bts:687",
    )
    with check(
        "specs/kinto.bts:688", 'refused.details[0].name == "If-Match"', refused_2
    ):
        equal(refused_2.get("details")[0]["name"], "If-Match")


@obligation("test.four_ways_to_change_a_task", "specs/kinto.bts:691")
def test_four_ways_to_change_a_task(alice: Actor, check: Checks) -> None:
    """Four ways to change a task."""
    x = first_task(alice, check)
    updated = check.expect(
        alice.call(
            update_task,
            {
                "bucket": x.bucket["data"]["id"],
                "list": x.list_["data"]["id"],
                "id": x.task["data"]["id"],
            },
            body={"data": {"done": False, "note": "before noon"}},
        ),
        200,
        at="specs/kinto.bts:693",
    )
    with check(
        "specs/kinto.bts:696",
        'updated.data contains { title: "water the plants", priority: 2, done: false, note: "before noon" }',
        updated,
    ):
        contains(
            updated["data"],
            {
                "title": "water the plants",
                "priority": 2,
                "done": False,
                "note": "before noon",
            },
        )
    merged = check.expect(
        alice.call(
            merge_task,
            {
                "bucket": x.bucket["data"]["id"],
                "list": x.list_["data"]["id"],
                "id": x.task["data"]["id"],
            },
            body={"data": {"priority": None, "note": None}},
        ),
        200,
        at="specs/kinto.bts:697",
    )
    with check(
        "specs/kinto.bts:700",
        "merged.data.priority == null and merged.data.note == null",
        merged,
    ):
        equal(merged["data"].get("priority"), None)
    with check(
        "specs/kinto.bts:700",
        "merged.data.priority == null and merged.data.note == null",
        merged,
    ):
        equal(merged["data"].get("note"), None)
    with check(
        "specs/kinto.bts:701",
        'merged.data contains { title: "water the plants", done: false, tags: ["home"] }',
        merged,
    ):
        contains(
            merged["data"],
            {"title": "water the plants", "done": False, "tags": ["home"]},
        )
    patched = check.expect(
        alice.call(
            patch_task,
            {
                "bucket": x.bucket["data"]["id"],
                "list": x.list_["data"]["id"],
                "id": x.task["data"]["id"],
            },
            body=[{"op": "replace", "path": "/data/title", "value": "feed the cat"}],
        ),
        200,
        at="specs/kinto.bts:702",
    )
    with check("specs/kinto.bts:705", 'patched.data.title == "feed the cat"', patched):
        equal(patched["data"]["title"], "feed the cat")
    replaced = check.expect(
        alice.call(
            replace_task,
            {
                "bucket": x.bucket["data"]["id"],
                "list": x.list_["data"]["id"],
                "id": x.task["data"]["id"],
            },
            body={"data": {"title": "sleep"}},
        ),
        200,
        at="specs/kinto.bts:706",
    )
    with check(
        "specs/kinto.bts:709",
        'replaced.data.title == "sleep" and replaced.data.tags == null',
        replaced,
    ):
        equal(replaced["data"]["title"], "sleep")
    with check(
        "specs/kinto.bts:709",
        'replaced.data.title == "sleep" and replaced.data.tags == null',
        replaced,
    ):
        equal(replaced["data"].get("tags"), None)


@obligation("test.what_a_list_takes_and_what_it_refuses", "specs/kinto.bts:712")
@pytest.mark.parametrize(
    ("title", "priority", "estimate", "code"),
    [
        pytest.param("lowest", 1, 0, 201, id="lowest-1-0-201"),
        pytest.param("highest", 5, 1000, 201, id="highest-5-1000-201"),
        pytest.param("fraction", 3, Decimal("0.25"), 201, id="fraction-3-0.25-201"),
        pytest.param("too low", 0, 1, 400, id="too_low-0-1-400"),
        pytest.param("too high", 6, 1, 400, id="too_high-6-1-400"),
        pytest.param("negative", 3, -1, 400, id="negative-3--1-400"),
        pytest.param("too much", 3, Decimal("1000.5"), 400, id="too_much-3-1000.5-400"),
    ],
)
def test_what_a_list_takes_and_what_it_refuses(
    alice: Actor,
    check: Checks,
    title: object,
    priority: object,
    estimate: object,
    code: object,
) -> None:
    """What a list takes and what it refuses."""
    home = new_list(alice, check)
    with check("specs/kinto.bts:715"):
        expect(
            alice.call(
                create_task,
                {"bucket": home.bucket["data"]["id"], "list": home.list_["data"]["id"]},
                body={
                    "data": {"title": title, "priority": priority, "estimate": estimate}
                },
            ),
            code,
        )


@obligation("test.a_list_is_filtered_and_sorted", "specs/kinto.bts:720")
def test_a_list_is_filtered_and_sorted(alice: Actor, check: Checks) -> None:
    """A list is filtered and sorted."""
    home = new_list(alice, check)
    with check("specs/kinto.bts:722"):
        expect(
            alice.call(
                create_task,
                {"bucket": home.bucket["data"]["id"], "list": home.list_["data"]["id"]},
                body={"data": {"title": "bread", "priority": 3, "status": "open"}},
            ),
            201,
        )
    with check("specs/kinto.bts:725"):
        expect(
            alice.call(
                create_task,
                {"bucket": home.bucket["data"]["id"], "list": home.list_["data"]["id"]},
                body={"data": {"title": "apples", "priority": 1, "status": "done"}},
            ),
            201,
        )
    with check("specs/kinto.bts:728"):
        expect(
            alice.call(
                create_task,
                {"bucket": home.bucket["data"]["id"], "list": home.list_["data"]["id"]},
                body={"data": {"title": "cheese", "priority": 5, "status": "doing"}},
            ),
            201,
        )
    newest_first = check.expect(
        alice.call(
            list_tasks,
            {"bucket": home.bucket["data"]["id"], "list": home.list_["data"]["id"]},
        ),
        200,
        at="specs/kinto.bts:731",
    )
    with check(
        "specs/kinto.bts:732",
        'newest_first.data[*].title == ["cheese", "apples", "bread"]',
        newest_first,
    ):
        equal(each(newest_first["data"], "title"), ["cheese", "apples", "bread"])
    by_title = check.expect(
        alice.call(
            list_tasks,
            {
                "bucket": home.bucket["data"]["id"],
                "list": home.list_["data"]["id"],
                "_sort": "title",
            },
        ),
        200,
        at="specs/kinto.bts:733",
    )
    with check(
        "specs/kinto.bts:734",
        'by_title.data[*].title == ["apples", "bread", "cheese"]',
        by_title,
    ):
        equal(each(by_title["data"], "title"), ["apples", "bread", "cheese"])
    by_priority = check.expect(
        alice.call(
            list_tasks,
            {
                "bucket": home.bucket["data"]["id"],
                "list": home.list_["data"]["id"],
                "_sort": "-priority",
            },
        ),
        200,
        at="specs/kinto.bts:735",
    )
    with check(
        "specs/kinto.bts:736", "by_priority.data[*].priority == [5, 3, 1]", by_priority
    ):
        equal(each(by_priority["data"], "priority"), [5, 3, 1])
    urgent = check.expect(
        alice.call(
            list_tasks,
            {
                "bucket": home.bucket["data"]["id"],
                "list": home.list_["data"]["id"],
                "min_priority": "3",
                "_sort": "title",
            },
        ),
        200,
        at="specs/kinto.bts:737",
    )
    with check(
        "specs/kinto.bts:743", 'urgent.data[*].title == ["bread", "cheese"]', urgent
    ):
        equal(each(urgent["data"], "title"), ["bread", "cheese"])
    unfinished = check.expect(
        alice.call(
            list_tasks,
            {
                "bucket": home.bucket["data"]["id"],
                "list": home.list_["data"]["id"],
                "in_status": "open,doing",
            },
        ),
        200,
        at="specs/kinto.bts:744",
    )
    with check(
        "specs/kinto.bts:745",
        'sorted(unfinished.data[*].title) == ["bread", "cheese"]',
        unfinished,
    ):
        equal(sorted(each(unfinished["data"], "title")), ["bread", "cheese"])
    others = check.expect(
        alice.call(
            list_tasks,
            {
                "bucket": home.bucket["data"]["id"],
                "list": home.list_["data"]["id"],
                "not_title": "bread",
            },
        ),
        200,
        at="specs/kinto.bts:746",
    )
    with check(
        "specs/kinto.bts:747",
        '"bread" not in others.data[*].title and len(others.data) == 2',
        others,
    ):
        not_one_of("bread", each(others["data"], "title"))
    with check(
        "specs/kinto.bts:747",
        '"bread" not in others.data[*].title and len(others.data) == 2',
        others,
    ):
        equal(len(others["data"]), 2)
    count = check.expect(
        alice.call(
            count_tasks,
            {"bucket": home.bucket["data"]["id"], "list": home.list_["data"]["id"]},
        ),
        200,
        at="specs/kinto.bts:748",
    )
    with check("specs/kinto.bts:749", 'header(count, "Total-Objects") == "3"', count):
        equal(count.header("Total-Objects"), "3")


@obligation("test.a_list_says_where_it_goes_on", "specs/kinto.bts:752", "paging")
def test_a_list_says_where_it_goes_on(alice: Actor, check: Checks) -> None:
    """A list says where it goes on."""
    home = new_list(alice, check)
    with check("specs/kinto.bts:754"):
        expect(
            alice.call(
                create_task,
                {"bucket": home.bucket["data"]["id"], "list": home.list_["data"]["id"]},
                body={"data": {"title": "one"}},
            ),
            201,
        )
    with check("specs/kinto.bts:755"):
        expect(
            alice.call(
                create_task,
                {"bucket": home.bucket["data"]["id"], "list": home.list_["data"]["id"]},
                body={"data": {"title": "two"}},
            ),
            201,
        )
    with check("specs/kinto.bts:756"):
        expect(
            alice.call(
                create_task,
                {"bucket": home.bucket["data"]["id"], "list": home.list_["data"]["id"]},
                body={"data": {"title": "three"}},
            ),
            201,
        )
    page = check.expect(
        alice.call(
            list_tasks,
            {
                "bucket": home.bucket["data"]["id"],
                "list": home.list_["data"]["id"],
                "_limit": 2,
                "_sort": "last_modified",
            },
        ),
        200,
        at="specs/kinto.bts:757",
    )
    with check("specs/kinto.bts:758", 'page.data[*].title == ["one", "two"]', page):
        equal(each(page["data"], "title"), ["one", "two"])
    with check(
        "specs/kinto.bts:759", 'header(page, "Next-Page") contains "_limit=2"', page
    ):
        contains(page.header("Next-Page"), "_limit=2")
    whole = check.expect(
        alice.call(
            list_tasks,
            {
                "bucket": home.bucket["data"]["id"],
                "list": home.list_["data"]["id"],
                "_limit": 3,
            },
        ),
        200,
        at="specs/kinto.bts:760",
    )
    with check("specs/kinto.bts:761", 'header(whole, "Next-Page") == null', whole):
        equal(whole.header("Next-Page"), None)


@obligation("test.changes_since_a_version_show_deletions", "specs/kinto.bts:764")
def test_changes_since_a_version_show_deletions(alice: Actor, check: Checks) -> None:
    """Changes since a version show deletions."""
    x = first_task(alice, check)
    before = check.expect(
        alice.call(
            list_tasks,
            {"bucket": x.bucket["data"]["id"], "list": x.list_["data"]["id"]},
        ),
        200,
        at="specs/kinto.bts:766",
    )
    with check("specs/kinto.bts:767", "before.data == [x.task.data]", before, x.task):
        equal(before["data"], [x.task["data"]])
    gone = check.expect(
        alice.call(
            delete_task,
            {
                "bucket": x.bucket["data"]["id"],
                "list": x.list_["data"]["id"],
                "id": x.task["data"]["id"],
            },
        ),
        200,
        at="specs/kinto.bts:768",
    )
    changes = check.expect(
        alice.call(
            list_changes,
            {
                "bucket": x.bucket["data"]["id"],
                "list": x.list_["data"]["id"],
                "_since": x.task["data"]["last_modified"],
            },
        ),
        200,
        at="specs/kinto.bts:769",
    )
    with check("specs/kinto.bts:770", "changes.data == [gone.data]", changes, gone):
        equal(changes["data"], [gone["data"]])
    with check(
        "specs/kinto.bts:771",
        'header(changes, "ETag") != header(before, "ETag")',
        changes,
        before,
    ):
        unequal(changes.header("ETag"), before.header("ETag"))
    with check("specs/kinto.bts:772"):
        expect(
            alice.call(
                replace_task,
                {
                    "bucket": x.bucket["data"]["id"],
                    "list": x.list_["data"]["id"],
                    "id": x.task["data"]["id"],
                },
                body={"data": {"title": "water them again"}},
            ),
            201,
        )


@obligation(
    "test.a_bucket_is_shared_with_a_user_then_with_a_group",
    "specs/kinto.bts:777",
    "permissions",
)
def test_a_bucket_is_shared_with_a_user_then_with_a_group(
    alice: Actor, bob: Actor, check: Checks
) -> None:
    """A bucket is shared with a user, then with a group."""
    x = first_task(alice, check)
    bobs = check.expect(bob.call(list_accounts), 200, at="specs/kinto.bts:779")
    with check("specs/kinto.bts:780"):
        expect(bob.call(get_bucket, {"id": x.bucket["data"]["id"]}), 403)
    with check("specs/kinto.bts:781"):
        expect(
            alice.call(
                share_bucket,
                {"id": x.bucket["data"]["id"]},
                body={
                    "permissions": {
                        "read": ["account:{}".format(bobs["data"][0]["id"])]
                    }
                },
            ),
            200,
        )
    seen = check.expect(
        bob.call(get_bucket, {"id": x.bucket["data"]["id"]}),
        200,
        at="specs/kinto.bts:782",
    )
    with check("specs/kinto.bts:783", "seen.permissions == {}", seen):
        equal(seen["permissions"], {})
    task = check.expect(
        bob.call(
            get_task,
            {
                "bucket": x.bucket["data"]["id"],
                "list": x.list_["data"]["id"],
                "id": x.task["data"]["id"],
            },
        ),
        200,
        at="specs/kinto.bts:784",
    )
    with check("specs/kinto.bts:785", "task.data == x.task.data", task, x.task):
        equal(task["data"], x.task["data"])
    with check("specs/kinto.bts:786"):
        expect(
            bob.call(
                update_task,
                {
                    "bucket": x.bucket["data"]["id"],
                    "list": x.list_["data"]["id"],
                    "id": x.task["data"]["id"],
                },
                body={"data": {"done": True}},
            ),
            403,
        )
    helpers = check.expect(
        alice.call(
            create_group,
            {"bucket": x.bucket["data"]["id"]},
            body={"data": {"members": ["account:{}".format(bobs["data"][0]["id"])]}},
        ),
        201,
        at="specs/kinto.bts:789",
    )
    with check("specs/kinto.bts:790"):
        expect(
            alice.call(
                share_bucket,
                {"id": x.bucket["data"]["id"]},
                body={
                    "permissions": {
                        "read": [],
                        "write": [
                            "/buckets/{}/groups/{}".format(
                                x.bucket["data"]["id"], helpers["data"]["id"]
                            )
                        ],
                    }
                },
            ),
            200,
        )
    changed = check.expect(
        bob.call(
            update_task,
            {
                "bucket": x.bucket["data"]["id"],
                "list": x.list_["data"]["id"],
                "id": x.task["data"]["id"],
            },
            body={"data": {"done": True}},
        ),
        200,
        at="specs/kinto.bts:793",
    )
    with check("specs/kinto.bts:796", "changed.data.done == true", changed):
        equal(changed["data"].get("done"), True)
    with check("specs/kinto.bts:797"):
        expect(
            alice.call(
                update_group,
                {"bucket": x.bucket["data"]["id"], "id": helpers["data"]["id"]},
                body={"data": {"members": []}},
            ),
            200,
        )
    for attempt in eventually(within=2.0, every=0.1):
        with attempt, check("specs/kinto.bts:799"):
            expect(bob.call(get_bucket, {"id": x.bucket["data"]["id"]}), 403)


@obligation(
    "test.of_a_list_that_is_not_theirs_others_see_what_is_shared_with_them",
    "specs/kinto.bts:803",
    "permissions",
)
def test_of_a_list_that_is_not_theirs_others_see_what_is_shared(
    bob: Actor, alice: Actor, root: Actor, check: Checks
) -> None:
    """Of a list that is not theirs, others see what is shared with them."""
    bobs = check.expect(bob.call(list_accounts), 200, at="specs/kinto.bts:804")
    home = new_list(alice, check)
    with check("specs/kinto.bts:806"):
        expect(
            alice.call(
                create_task,
                {"bucket": home.bucket["data"]["id"], "list": home.list_["data"]["id"]},
                body={"data": {"title": "kept"}},
            ),
            201,
        )
    shared = check.expect(
        alice.call(
            create_task,
            {"bucket": home.bucket["data"]["id"], "list": home.list_["data"]["id"]},
            body={
                "data": {"title": "shared"},
                "permissions": {"read": ["account:{}".format(bobs["data"][0]["id"])]},
            },
        ),
        201,
        at="specs/kinto.bts:807",
    )
    seen = check.expect(
        bob.call(
            list_tasks,
            {"bucket": home.bucket["data"]["id"], "list": home.list_["data"]["id"]},
        ),
        200,
        at="specs/kinto.bts:811",
    )
    with check("specs/kinto.bts:812", "seen.data == [shared.data]", seen, shared):
        equal(seen["data"], [shared["data"]])
    with check("specs/kinto.bts:813"):
        expect(
            root.call(
                list_tasks,
                {"bucket": home.bucket["data"]["id"], "list": home.list_["data"]["id"]},
            ),
            403,
        )


@obligation("test.everything_goes_with_its_bucket", "specs/kinto.bts:816")
def test_everything_goes_with_its_bucket(alice: Actor, check: Checks) -> None:
    """Everything goes with its bucket."""
    x = None
    try:
        x = first_task(alice, check)
        with check("specs/kinto.bts:818"):
            expect(alice.call(delete_bucket, {"id": x.bucket["data"]["id"]}), 200)
        with check("specs/kinto.bts:819"):
            expect(
                alice.call(
                    put_bucket, {"id": x.bucket["data"]["id"]}, body={"data": {}}
                ),
                201,
            )
        left = check.expect(
            alice.call(list_collections, {"bucket": x.bucket["data"]["id"]}),
            200,
            at="specs/kinto.bts:823",
        )
        with check("specs/kinto.bts:824", "left.data == []", left):
            equal(left["data"], [])
        with check("specs/kinto.bts:825"):
            expect(
                alice.call(
                    get_task,
                    {
                        "bucket": x.bucket["data"]["id"],
                        "list": x.list_["data"]["id"],
                        "id": x.task["data"]["id"],
                    },
                ),
                404,
            )
    finally:
        with check("specs/kinto.bts:821"):
            expect(alice.call(delete_bucket, {"id": x.bucket["data"]["id"]}), 200)


@obligation("test.a_list_is_cleared_at_once", "specs/kinto.bts:828")
def test_a_list_is_cleared_at_once(alice: Actor, check: Checks) -> None:
    """A list is cleared at once."""
    x = first_task(alice, check)
    cleared = check.expect(
        alice.call(
            clear_tasks,
            {"bucket": x.bucket["data"]["id"], "list": x.list_["data"]["id"]},
        ),
        200,
        at="specs/kinto.bts:830",
    )
    with check(
        "specs/kinto.bts:831", "cleared.data[*].id == [x.task.data.id]", cleared, x.task
    ):
        equal(each(cleared["data"], "id"), [x.task["data"]["id"]])
    count = check.expect(
        alice.call(
            count_tasks,
            {"bucket": x.bucket["data"]["id"], "list": x.list_["data"]["id"]},
        ),
        200,
        at="specs/kinto.bts:832",
    )
    with check("specs/kinto.bts:833", 'header(count, "Total-Objects") == "0"', count):
        equal(count.header("Total-Objects"), "0")


@obligation("test.a_batch_answers_each_request_on_its_own", "specs/kinto.bts:836")
def test_a_batch_answers_each_request_on_its_own(
    alice: Actor, anonymous: Actor, check: Checks
) -> None:
    """A batch answers each request on its own."""
    bucket = check.expect(
        alice.call(create_bucket, body={"data": {"note": "batched"}}),
        201,
        at="specs/kinto.bts:837",
    )
    answers = check.expect(
        alice.call(
            batch,
            body={
                "requests": [
                    {"path": "/buckets/{}".format(bucket["data"]["id"])},
                    {"path": "/buckets/nobody-has-this"},
                    {
                        "method": "PATCH",
                        "path": "/buckets/{}".format(bucket["data"]["id"]),
                        "body": {"data": {"note": "changed"}},
                    },
                    {"method": "DELETE", "path": "/"},
                ]
            },
        ),
        200,
        at="specs/kinto.bts:838",
    )
    with check(
        "specs/kinto.bts:846",
        "answers.responses[*].status == [200, 403, 200, 405]",
        answers,
    ):
        equal(each(answers["responses"], "status"), [200, 403, 200, 405])
    with check(
        "specs/kinto.bts:847",
        'answers.responses[2].body.data.note == "changed"',
        answers,
    ):
        equal(answers["responses"][2].get("body")["data"]["note"], "changed")
    others = check.expect(
        anonymous.call(
            batch,
            body={
                "defaults": {"method": "DELETE"},
                "requests": [
                    {"path": "/", "method": "GET"},
                    {"path": "/buckets/{}".format(bucket["data"]["id"])},
                ],
            },
        ),
        200,
        at="specs/kinto.bts:848",
    )
    with check(
        "specs/kinto.bts:852", "others.responses[*].status == [200, 401]", others
    ):
        equal(each(others["responses"], "status"), [200, 401])
    refused_2 = check.expect(
        alice.call(batch, body={"requests": [{"path": "/batch"}]}),
        400,
        at="specs/kinto.bts:853",
    )
    with check(
        "specs/kinto.bts:854", 'refused.message contains "Recursive"', refused_2
    ):
        contains(refused_2.get("message"), "Recursive")


@obligation("test.what_a_batch_refuses", "specs/kinto.bts:857")
@pytest.mark.parametrize(
    ("method", "path"),
    [
        pytest.param("FOO", "/", id="FOO-_"),
        pytest.param(5, "/", id="5-_"),
        pytest.param("GET", "nope", id="GET-nope"),
        pytest.param("GET", 5, id="GET-5"),
        pytest.param("GET", None, id="GET-None"),
    ],
)
def test_what_a_batch_refuses(
    anonymous: Actor, check: Checks, method: object, path: object
) -> None:
    """What a batch refuses."""
    with check("specs/kinto.bts:859"):
        expect(
            anonymous.call(
                batch, body={"requests": [{"method": method, "path": path}]}
            ),
            400,
        )


@obligation(
    "test.what_is_not_there_and_what_may_not_be_done_to_it", "specs/kinto.bts:862"
)
def test_what_is_not_there_and_what_may_not_be_done_to_it(
    alice: Actor, check: Checks
) -> None:
    """What is not there, and what may not be done to it."""
    missing = check.expect(
        alice.request("GET", "/nowhere", service=kinto), 404, at="specs/kinto.bts:863"
    )
    with check("specs/kinto.bts:864", "missing.errno == 111", missing):
        equal(missing["errno"], 111)
    refused_2 = check.expect(
        alice.request("PUT", "/buckets", service=kinto), 405, at="specs/kinto.bts:865"
    )
    with check(
        "specs/kinto.bts:866", 'refused.error == "Method Not Allowed"', refused_2
    ):
        equal(refused_2["error"], "Method Not Allowed")
    with check("specs/kinto.bts:867"):
        expect(alice.request("GET", "/buckets/", service=kinto), 307)
