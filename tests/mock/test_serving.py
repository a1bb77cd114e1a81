"""How a mock treats its clients: services, browsers, slowness, faults, data from the start."""

from __future__ import annotations

from specc.ir.nodes import Suite
from specc.mock.mock import Behaviour
from tests.compilation import suite_of

from .conftest import Asking, Serve

LIMITED = """
service s {
  url env("S", "http://127.0.0.1:1/v1")
  ready GET /up within 1s
}
contract Problem { status: int(400..599), title: string(1..) }
contract Note { readonly id: int(1..), text: string(1..9) }
endpoint add POST /notes {
  as anyone
  body { name: string(1..20), text: string(1..9) }
  returns 201 Note
  returns 409 Problem when repeated
  returns 422 Problem when body invalid
  returns 429 Problem header "Retry-After": int(1..) when rate exceeded
  creates Note
}
endpoint one GET /notes/{id: Note.id} {
  as anyone
  returns 200 Note
  returns 404 Problem when id unknown
  reads Note
}
security rules { rate limit add 3/min per account }
"""


def test_each_service_has_its_own_port(mocked: Serve, blog_suite: Suite) -> None:
    clients = mocked(blog_suite)
    assert len({asking.url for asking in clients.values()}) == 2
    counter = clients["counter"]
    made = counter("POST", "/hits", form="page=home&weight=3", Cookie="visitor=v1")
    assert (made.status, made.json["weight"]) == (201, 3)
    assert counter("GET", f"/hits/{made.json['id']}").json == made.json
    for form in ("weight=3", "page=home&weight=6", "page=home&weight=x", "page=a&page=b"):
        assert counter("POST", "/hits", form=form).status == 400, form
    assert clients["blog"]("POST", "/hits", form="page=home").status == 404


def test_paths_that_are_none(blog: Asking) -> None:
    assert blog("GET", "/health").status == 200
    assert blog("GET", "/nowhere").status == 404
    refused = blog("PATCH", "/articles", {})
    assert refused.status == 405
    assert set(refused.headers["Allow"].split(", ")) == {"GET", "POST"}


def test_limits_and_repetitions(mocked: Serve) -> None:
    asking = mocked(suite_of(LIMITED))["s"]
    assert asking("GET", "/up").status == 200
    first = asking("POST", "/notes", {"name": "ann", "text": "one"})
    assert first.status == 201
    again = asking("POST", "/notes", {"name": "ann", "text": "one"})
    assert (again.status, again.json["status"]) == (409, 409)
    assert asking("POST", "/notes", {"name": "ann", "text": "two"}).status == 201
    stopped = asking("POST", "/notes", {"name": "ann", "text": "three"})
    assert (stopped.status, stopped.headers["Retry-After"]) == (429, "1")
    assert asking("POST", "/notes", {"name": "ben", "text": "three"}).status == 201


def test_browsers_may_call_from_the_origin_that_is_named(mocked: Serve, blog_suite: Suite) -> None:
    origin = "http://localhost:5173"
    blog = mocked(blog_suite, behaviour=Behaviour(cors=origin))["blog"]
    asked = {"Origin": origin, "Access-Control-Request-Method": "PUT"}
    preflight = blog("OPTIONS", "/articles/x", **asked)
    assert preflight.status == 204
    assert preflight.headers["Access-Control-Allow-Methods"] == "PUT"
    assert blog("GET", "/articles").headers["Access-Control-Allow-Origin"] == origin
    plain = mocked(blog_suite)["blog"]
    assert plain("GET", "/articles").headers["Access-Control-Allow-Origin"] is None


def test_faults_on_purpose_follow_the_seed(mocked: Serve, blog_suite: Suite) -> None:
    def outcomes() -> list[int]:
        blog = mocked(blog_suite, seed=3, behaviour=Behaviour(failing=0.5))["blog"]
        return [blog("GET", "/articles").status for _ in range(20)]

    first = outcomes()
    assert set(first) == {200, 503}
    assert outcomes() == first


def test_data_from_the_start_is_valid_and_follows_the_seed(
    mocked: Serve, blog_suite: Suite
) -> None:
    def articles(seed: int) -> list[object]:
        blog = mocked(blog_suite, seed=seed, behaviour=Behaviour(seeded=5))["blog"]
        found = blog("GET", "/articles").json["articles"]
        for article in found:
            assert blog("GET", f"/articles/{article['slug']}").json == article
            assert len(blog("GET", f"/articles/{article['slug']}/comments").json) <= 5
        return list(found)

    assert len(articles(1)) == 5
    assert articles(1) == articles(1)
    assert articles(1) != articles(2)
