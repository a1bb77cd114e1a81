"""A mock's lists: whole, and page by page."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from tests.compilation import suite_of

from .conftest import Asking, Author, Serve

ARTICLE = {"title": "On mocks", "body": "They answer.", "tags": []}
Make = Callable[[str], Author]


def test_pages_by_offset(blog: Asking, author: Make) -> None:
    ann = author("ann")
    made = [blog("POST", "/articles", ARTICLE, **ann.says).json["slug"] for _ in range(5)]
    pages = [blog("GET", f"/articles?limit=2&offset={offset}").json for offset in (0, 2, 4, 6)]
    assert [len(page["articles"]) for page in pages] == [2, 2, 1, 0]
    assert {page["articlesCount"] for page in pages} == {5}
    seen = [article["slug"] for page in pages for article in page["articles"]]
    assert sorted(seen) == sorted(made)
    assert blog("GET", "/articles?limit=51").status == 422


def test_pages_by_cursor(blog: Asking, author: Make) -> None:
    ann = author("ann")
    body = {"shape": {"kind": "circle", "radius": 1}}
    made = [blog("POST", "/drawings", body, **ann.says).json["id"] for _ in range(5)]
    seen, query = [], "?limit=2"
    for _ in range(5):
        page = blog("GET", f"/drawings{query}", **ann.says).json
        seen += [drawing["id"] for drawing in page["drawings"]]
        if "next" not in page:
            break
        query = f"?limit=2&cursor={page['next']}"
    assert sorted(seen) == sorted(made)


def test_pages_by_link(blog: Asking, author: Make) -> None:
    ann = author("ann")
    slug = blog("POST", "/articles", ARTICLE, **ann.says).json["slug"]
    path = f"/articles/{slug}/comments"
    for number in range(5):
        blog("POST", path, {"comment": {"text": str(number)}}, **ann.says)
    seen, here = [], f"{path}?limit=2"
    for _ in range(5):
        page = blog("GET", here)
        seen += [comment["text"] for comment in page.json]
        link = re.fullmatch(r'<(.*)>; rel="next"', page.headers["Link"] or "")
        if link is None:
            break
        place = urlsplit(link[1])
        here = f"{place.path.removeprefix('/api')}?{place.query}"
    assert sorted(seen) == ["0", "1", "2", "3", "4"]


def test_a_page_goes_on_where_it_was_though_things_are_made_and_deleted(
    blog: Asking, author: Make
) -> None:
    ann = author("ann")
    body = {"shape": {"kind": "circle", "radius": 1}}
    made = [blog("POST", "/drawings", body, **ann.says).json["id"] for _ in range(4)]
    first = blog("GET", "/drawings?limit=2", **ann.says).json
    blog("POST", "/drawings", body, **ann.says)
    second = blog("GET", f"/drawings?limit=2&cursor={first['next']}", **ann.says).json
    shown = [drawing["id"] for page in (first, second) for drawing in page["drawings"]]
    assert sorted(shown) == sorted(made)


FILTERED = """
service s { url "http://127.0.0.1:1" }
role user
actor ann is user { bearer "a" }
actor ben is user { bearer "b" }
contract Task {
  readonly id: uuid
  state: "open" | "done"
  title: string(1..20)
}
endpoint add POST /tasks {
  as user
  body Task
  returns 201 Task
  creates Task
}
endpoint one GET /tasks/{id: Task.id} {
  as owner of Task
  returns 200 Task
  returns 404 when id unknown
  reads Task
}
endpoint all GET /tasks {
  as user
  query state?: Task.state
  query title?: string
  returns 200 [Task]
  lists Task
}
"""


def test_filters_choose_and_strangers_things_are_hidden(mocked: Serve) -> None:
    asking = mocked(suite_of(FILTERED))["s"]
    ann, ben = {"Authorization": "Bearer a"}, {"Authorization": "Bearer b"}
    for state, title in (("open", "x"), ("done", "x"), ("done", "y")):
        asking("POST", "/tasks", {"state": state, "title": title}, **ann)
    assert len(asking("GET", "/tasks", **ann).json) == 3
    assert [task["state"] for task in asking("GET", "/tasks?state=open", **ann).json] == ["open"]
    assert len(asking("GET", "/tasks?state=done&title=y", **ann).json) == 1
    assert asking("GET", "/tasks", **ben).json == []


LAST = """
service s { url "http://127.0.0.1:1" }
contract Note { readonly id: uuid, text: string(1..20) }
endpoint add POST /notes {
  as      anyone
  body    Note
  returns 201 Note
  creates Note
}
endpoint all GET /notes {
  as      anyone
  query   size?: int(1..50)
  query   cursor?: string
  returns 200 { items: [Note only id], next: string | null, total: int(0..) }
  lists   Note
  pages   by cursor from body.next
}
endpoint everything GET /everything {
  as      anyone
  query   per_page?: int(1..50)
  query   after?: string
  returns 200 [Note]
  lists   Note
  pages   by per_page, link from header "Next-Page"
}
"""


def test_the_last_page_says_so_as_its_type_wants(mocked: Serve) -> None:
    asking = mocked(suite_of(LAST))["s"]
    for text in "abc":
        asking("POST", "/notes", {"text": text})
    first = asking("GET", "/notes?size=2").json
    assert isinstance(first["next"], str)
    assert set(first["items"][0]) == {"id"}
    assert first["total"] == 3
    last = asking("GET", f"/notes?size=2&cursor={first['next']}").json
    assert last["next"] is None
    assert len(last["items"]) == 1


def test_the_next_page_may_stand_in_a_header_of_its_own(mocked: Serve) -> None:
    asking = mocked(suite_of(LAST))["s"]
    for text in "abc":
        asking("POST", "/notes", {"text": text})
    first = asking("GET", "/everything?per_page=2")
    place = urlsplit(first.headers["Next-Page"])
    last = asking("GET", f"{place.path}?{place.query}")
    assert [len(page.json) for page in (first, last)] == [2, 1]
    assert last.headers["Next-Page"] is None


def test_what_nothing_says_is_refused_is_passed_over(blog: Asking, author: Make) -> None:
    ann = author("ann")
    assert blog("GET", "/drawings?limit=0", **ann.says).status == 200
    assert blog("GET", "/articles?limit=0").status == 422
