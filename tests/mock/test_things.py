"""What calls do to a mock's things."""

from __future__ import annotations

from collections.abc import Callable

from .conftest import Asking, Author

ARTICLE = {"title": "On mocks", "body": "They answer.", "tags": ["a", "b"], "labels": {"x": 3}}
Make = Callable[[str], Author]


def test_what_was_sent_comes_back_and_can_be_read(blog: Asking, author: Make) -> None:
    ann = author("ann")
    made = blog("POST", "/articles", ARTICLE, **ann.says)
    assert made.status == 201
    assert {name: made.json[name] for name in ARTICLE} == ARTICLE
    assert made.json["author"] == ann.user
    assert made.headers["Location"] == f"/articles/{made.json['slug']}"
    assert blog("GET", made.headers["Location"]).json == made.json


def test_put_replaces_and_patch_merges(blog: Asking, author: Make) -> None:
    ann = author("ann")
    slug = blog("POST", "/articles", ARTICLE, **ann.says).json["slug"]
    short = {"title": "New", "body": "Other", "tags": []}
    put = blog("PUT", f"/articles/{slug}", short, **ann.says).json
    assert "labels" not in put
    assert put["title"] == "New"
    assert put["slug"] == slug
    patched = blog("PATCH", "/me", {"bio": "hello"}, **ann.says).json
    assert patched["bio"] == "hello"
    assert patched["name"] == "ann"


def test_readonly_fields_that_are_sent_are_ignored(blog: Asking, author: Make) -> None:
    ann = author("ann")
    made = blog("POST", "/articles", {**ARTICLE, "slug": "mine"}, **ann.says)
    assert made.status == 201
    assert made.json["slug"] != "mine"


def test_a_thing_that_is_deleted_takes_along_what_is_under_it(blog: Asking, author: Make) -> None:
    ann = author("ann")
    slug = blog("POST", "/articles", ARTICLE, **ann.says).json["slug"]
    path = f"/articles/{slug}/comments"
    comment = blog("POST", path, {"comment": {"text": "hm"}}, **ann.says).json["comment"]
    assert comment["article"] == slug
    assert blog("GET", f"{path}/{comment['id']}").json == comment
    assert blog("DELETE", f"/articles/{slug}", **ann.says).status == 204
    assert blog("GET", f"/articles/{slug}").status == 404
    assert blog("GET", f"{path}/{comment['id']}").status == 404
    assert blog("DELETE", f"/articles/{slug}", **ann.says).status == 404


def test_a_thing_is_known_under_its_own_parent_alone(blog: Asking, author: Make) -> None:
    ann = author("ann")
    slugs = [blog("POST", "/articles", ARTICLE, **ann.says).json["slug"] for _ in range(2)]
    made = blog("POST", f"/articles/{slugs[0]}/comments", {"comment": {"text": "hm"}}, **ann.says)
    identifier = made.json["comment"]["id"]
    assert blog("GET", f"/articles/{slugs[0]}/comments/{identifier}").status == 200
    assert blog("GET", f"/articles/{slugs[1]}/comments/{identifier}").status == 404


def test_versions(blog: Asking, author: Make) -> None:
    ann = author("ann")
    made = blog("POST", "/articles", ARTICLE, **ann.says)
    path, old = made.headers["Location"], made.headers["ETag"]
    assert blog("GET", path, If_None_Match=old).status == 304
    changed = blog("PUT", path, {**ARTICLE, "title": "B"}, If_Match=old, **ann.says)
    assert changed.status == 200
    assert changed.headers["ETag"] != old
    late = blog("PUT", path, {**ARTICLE, "title": "C"}, If_Match=old, **ann.says)
    assert late.status == 412
    assert blog("GET", path, If_None_Match=old).json["title"] == "B"


def test_tagged_unions(blog: Asking, author: Make) -> None:
    ann = author("ann")
    square = {"shape": {"kind": "square", "side": 2.5, "corners": [1, 2, 3, 4]}}
    made = blog("POST", "/drawings", square, **ann.says)
    assert made.json == {"id": made.json["id"], **square}
    mixed = {"shape": {"kind": "circle", "side": 2}}
    assert blog("POST", "/drawings", mixed, **ann.says).status == 422


def test_a_body_that_is_wrong_changes_nothing(blog: Asking, author: Make) -> None:
    ann = author("ann")
    for body in (
        {**ARTICLE, "tags": ["a", "a"]},
        {**ARTICLE, "labels": {"x": 11}},
        {**ARTICLE, "title": ""},
        {**ARTICLE, "unknown": 1},
        {**ARTICLE, "title": None},
        [],
        b"{",
        b'{"title": NaN}',
        b"[" * 100_000,
        b"\xff",
    ):
        headers = {"Content-Type": "application/json", **ann.says}
        assert blog("POST", "/articles", body, **headers).status == 422, body
    assert blog("GET", "/articles").json == {"articles": [], "articlesCount": 0}
    assert blog("POST", "/articles", b"text", Content_Type="text/plain", **ann.says).status == 422
