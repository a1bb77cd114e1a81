"""Lists that go on, in each way that they can."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from specc.runtime import (
    Actor,
    Broken,
    HostRefusedError,
    all_have,
    is_listed,
    not_listed,
    once_each,
    pages,
    pages_within,
    read_list,
)

from .stage import Answer, Asked, Stage

ITEMS = [{"n": n, "even": n % 2 == 0} for n in range(5)]


def query(asked: Asked) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(asked.target).query).items()}


def listing(stage: Stage, respond: Callable[[Asked], Answer]) -> Any:
    stage.respond = respond
    return stage.endpoint(
        path="/items", query=("limit", "offset", "cursor", "q"), returns={200: None}
    )


def numbers(found: Any, items: str = "items") -> list[list[int]]:
    return [[item["n"] for item in page[items]] for page in found]


def by_cursor(asked: Asked) -> Answer:
    at = int(query(asked).get("cursor", 0))
    following = {"next": str(at + 2)} if at + 2 < len(ITEMS) else {}
    return Answer.json({"items": ITEMS[at : at + 2], **following})


def test_by_offset(stage: Stage) -> None:
    def respond(asked: Asked) -> Answer:
        at, size = int(query(asked).get("offset", 0)), int(query(asked).get("limit", 2))
        return Answer.json(ITEMS[at : at + size])

    endpoint = listing(stage, respond)
    found = list(pages(Actor("a"), endpoint, {"limit": 2, "q": "x"}, by=("limit", "offset")))
    assert [len(page.json) for page in found] == [2, 2, 1]
    assert [asked.target for asked in stage.asked] == [
        "/items?limit=2&q=x", "/items?limit=2&offset=2&q=x", "/items?limit=2&offset=4&q=x",
    ]  # fmt: skip
    assert [len(page.json) for page in pages(Actor("a"), endpoint, by=("limit", "offset"))] == [
        2, 2, 1, 0,
    ]  # fmt: skip


def test_by_a_cursor_in_the_body(stage: Stage) -> None:
    endpoint = listing(stage, by_cursor)
    found = pages(Actor("a"), endpoint, cursor="cursor", source=("body", "next"))
    assert numbers(found) == [[0, 1], [2, 3], [4]]


def test_by_a_cursor_in_a_header(stage: Stage) -> None:
    def respond(asked: Asked) -> Answer:
        answer = by_cursor(asked)
        at = int(query(asked).get("cursor", 0)) + 2
        more = (("Next-Page", str(at)),) if at < 5 else ()
        return Answer(200, answer.body, (*answer.headers, *more))

    endpoint = listing(stage, respond)
    found = pages(Actor("a"), endpoint, cursor="cursor", source=("header", "Next-Page"))
    assert numbers(found) == [[0, 1], [2, 3], [4]]


@pytest.mark.parametrize(
    "form", ["{url}/items?cursor={at}&q=y", "/items?cursor={at}", "?cursor={at}"]
)
def test_by_links(stage: Stage, form: str) -> None:
    def respond(asked: Asked) -> Answer:
        answer = by_cursor(asked)
        at = int(query(asked).get("cursor", 0)) + 2
        target = form.format(url=stage.url, at=at)
        others = f'<{stage.url}/items>; rel=first; title="a, b; rel=next"'
        link = f'{others}, <{target}>; title="x"; rel="foo Next"' if at < 5 else others
        return Answer(200, answer.body, (*answer.headers, ("Link", link)))

    found = pages(Actor("a"), listing(stage, respond), {"q": "x"}, link=True)
    assert numbers(found) == [[0, 1], [2, 3], [4]]
    assert query(stage.last) == {"q": "y" if "q=y" in form else "x", "cursor": "4"}


def test_by_a_url_in_the_body(stage: Stage) -> None:
    def respond(asked: Asked) -> Answer:
        at = int(query(asked).get("cursor", 0))
        return Answer.json(
            {"items": ITEMS[at : at + 4], "next": f"/items?cursor={at + 4}" if at < 4 else None}
        )

    found = pages(Actor("a"), listing(stage, respond), cursor="cursor", source=("body", "next"))
    assert numbers(found) == [[0, 1, 2, 3], [4]]


@pytest.mark.parametrize(
    ("target", "error", "message"),
    [
        (
            "http://example.com/items",
            HostRefusedError,
            "a list names it as the host of its next page",
        ),
        ("http://127.0.0.1:1/items", Broken, "the next page is not at /items of the same service"),
        ("/admin", Broken, "the next page is not at /items"),
        ("/items?admin=1", Broken, "a parameter admin that the_endpoint has not"),
        ("http://u@127.0.0.1/items", Broken, "the next page is nowhere"),
    ],
)
def test_links_to_elsewhere(
    stage: Stage, target: str, error: type[Exception], message: str
) -> None:
    endpoint = listing(stage, lambda _: Answer.json([], 200, ("Link", f'<{target}>; rel="next"')))
    with pytest.raises(error, match=message):
        list(pages(Actor("a"), endpoint, link=True))


def test_pages_that_go_round_in_circles(stage: Stage) -> None:
    endpoint = listing(stage, lambda _: Answer.json({"items": [], "next": "x"}))
    with pytest.raises(Broken, match="round in circles: 'x' came before"):
        list(pages(Actor("a"), endpoint, cursor="cursor", source=("body", "next")))


def test_pages_that_never_end(stage: Stage) -> None:
    endpoint = listing(stage, lambda _: Answer.json({"next": len(stage.asked)}))
    with pytest.raises(Broken, match="more than 5 pages"):
        list(pages(Actor("a"), endpoint, cursor="cursor", source=("body", "next"), limit=5))


def test_a_page_that_is_none(stage: Stage) -> None:
    endpoint = listing(stage, lambda _: Answer.json({"data": {}, "next": {}}))
    with pytest.raises(Broken, match="the next page's cursor is an object"):
        list(pages(Actor("a"), endpoint, cursor="cursor", source=("body", "next")))
    with pytest.raises(Broken, match="where the page's items should be, there is an object"):
        list(pages(Actor("a"), endpoint, by=("limit", "offset"), items=("data",)))
    with pytest.raises(Broken, match="the page has no `items`"):
        list(pages(Actor("a"), endpoint, by=("limit", "offset"), items=("items",)))
    stage.respond = lambda _: Answer(500)
    with pytest.raises(Broken, match="expected 200, got 500"):
        list(pages(Actor("a"), endpoint, by=("limit", "offset")))


class TestWholeLists:
    def test_what_is_listed(self, stage: Stage) -> None:
        endpoint = listing(stage, by_cursor)
        listed = read_list(
            Actor("a"), endpoint, cursor="cursor", source=("body", "next"), items=("items",)
        )
        assert (len(listed.items), listed.sizes) == (5, (2, 2, 1))
        is_listed(listed, ["n"], 3)
        not_listed(listed, ["n"], 5)
        once_each(listed, ["n"])
        pages_within(listed, 2)
        for check, message in (
            (
                lambda: is_listed(listed, ["n"], 5),
                "no item of the list has `n` 5: 5 items on 3 pages",
            ),
            (lambda: not_listed(listed, ["n"], 3), "the list shows an item with `n` 3"),
            (lambda: all_have(listed, ["even"], True), "an item that has false"),
            (lambda: once_each(listed, ["even"]), "the item with `even` true comes twice"),
            (lambda: pages_within(listed, 1), "page 1 has 2 items, 1 were asked for"),
        ):
            with pytest.raises(Broken, match=message):
                check()  # type: ignore[no-untyped-call]

    def test_of_one_page(self, stage: Stage) -> None:
        endpoint = listing(stage, lambda _: Answer.json(ITEMS))
        listed = read_list(Actor("a"), endpoint, {"q": "x"})
        all_have(listed, ["nothing"], None)
        assert listed.sizes == (5,)
