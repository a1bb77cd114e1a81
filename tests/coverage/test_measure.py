"""What there is to see of a spec, and what of it was seen."""

from __future__ import annotations

from specc.coverage.measure import EndpointCoverage, measured, unwitnessed
from specc.coverage.seen import EndpointSeen, SuiteSeen, both
from tests.compilation import plan_of

SPEC = """
service notes {
  url "http://127.0.0.1:8321"
}

role writer
role reader

actor ann is writer {
  bearer "a"
}

contract Node {
  readonly id: uuid
  title:       string(1..80)
  tag?:        string
  parent:      Node | null
  links:       [{ to: uri, text?: string }]
  secret pin:  string
}

contract Problem open {
  title: string
}

endpoint add POST /nodes {
  as      writer
  query   dry?: bool
  body    Node
  returns 201 Node
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 422 Problem when body invalid, query invalid
  creates Node
}

endpoint get GET /nodes/{id: Node.id} {
  as      owner of Node, reader
  returns 200 Node
  returns 404 Problem when id unknown
  reads   Node
}
"""

NOTHING = SuiteSeen(outcomes={}, reasons={}, endpoints={})


def covered(seen: SuiteSeen) -> dict[str, EndpointCoverage]:
    plan = plan_of(SPEC)
    return {each.endpoint: each for each in measured(plan.suite, plan.obligations, seen)}


def texts(found: EndpointCoverage, *, seen: bool) -> list[str]:
    return [f"{point.subject} {point.text}" for point in found.points if point.seen == seen]


def test_all_that_can_be_seen_is_listed() -> None:
    found = covered(NOTHING)["add"]
    assert not texts(found, seen=True)
    assert texts(found, seen=False) == [
        "status 201",
        "status 401",
        "status 403",
        "status 422",
        "condition 401 when anonymous",
        "condition 403 when forbidden",
        "condition 422 when body invalid",
        "condition 422 when query invalid",
        "sent query.dry: present",
        "sent query.dry: absent",
        "sent body.title: present",
        "sent body.tag: present",
        "sent body.tag: absent",
        "sent body.parent: present",
        "sent body.parent: null",
        "sent body.links: present",
        "sent body.links[].to: present",
        "sent body.links[].text: present",
        "sent body.links[].text: absent",
        "sent body.pin: present",
        "answered 201 body.id: present",
        "answered 201 body.title: present",
        "answered 201 body.tag: present",
        "answered 201 body.tag: absent",
        "answered 201 body.parent: present",
        "answered 201 body.parent: null",
        "answered 201 body.links: present",
        "answered 201 body.links[].to: present",
        "answered 201 body.links[].text: present",
        "answered 201 body.links[].text: absent",
        "answered 401 body.title: present",
        "answered 403 body.title: present",
        "answered 422 body.title: present",
        "caller writer is let in",
        "caller anonymous is refused",
        "caller reader is refused",
    ]


ADDED = EndpointSeen(
    callers={"ann": {"201": 2, "422": 1}, "anonymous": {"401": 1}},
    sent={
        "params": [[], ["dry"]],
        "body": [["links", "parent", "title"]],
        "body.links[]": [["to"]],
    },
    answered={
        "201": {
            "body": [["id", "links", "parent", "title"]],
            "body.parent?": [["null"]],
            "body.links[]": [["to"], ["text", "to"]],
        }
    },
)


def test_what_came_is_seen() -> None:
    outcomes = {
        "add.rejects.title.missing": "broken",
        "add.rejects.query.dry.wrong_type": "not_run",
    }
    found = covered(SuiteSeen(outcomes=outcomes, reasons={}, endpoints={"add": ADDED}))["add"]
    missing = texts(found, seen=False)
    assert [text for text in missing if text.startswith("status")] == ["status 403"]
    assert [text for text in missing if text.startswith("condition")] == [
        "condition 401 when anonymous",
        "condition 403 when forbidden",
        "condition 422 when query invalid",
    ]
    assert [text for text in missing if text.startswith("sent")] == [
        "sent body.tag: present",
        "sent body.parent: null",
        "sent body.links[].text: present",
        "sent body.pin: present",
    ]
    assert [text for text in missing if text.startswith("answered 201")] == [
        "answered 201 body.tag: present"
    ]
    assert [text for text in missing if text.startswith("caller")] == ["caller reader is refused"]


def test_a_field_is_witnessed_by_any_endpoint() -> None:
    got = EndpointSeen(
        callers={"ann": {"200": 1}},
        sent={},
        answered={"200": {"body": [["id", "links", "parent", "tag", "title"]]}},
    )
    only_added = covered(SuiteSeen(outcomes={}, reasons={}, endpoints={"add": ADDED}))
    assert unwitnessed(only_added.values()) == {"Node.tag": ["present"]}
    both_seen = covered(SuiteSeen(outcomes={}, reasons={}, endpoints={"add": ADDED, "get": got}))
    assert unwitnessed(both_seen.values()) == {}
    assert unwitnessed(covered(NOTHING).values()) == {}


def test_what_two_runs_have_seen_adds_up() -> None:
    other = EndpointSeen(
        callers={"ann": {"201": 1}, "bob": {"403": 1}},
        sent={"params": [["dry"], ["x"]]},
        answered={"201": {"body": [["id"]]}, "403": {"body": [["title"]]}},
    )
    found = both(ADDED, other)
    assert found["callers"]["ann"] == {"201": 3, "422": 1}
    assert found["callers"]["bob"] == {"403": 1}
    assert found["sent"]["params"] == [[], ["dry"], ["x"]]
    assert found["answered"]["201"]["body"] == [["id", "links", "parent", "title"], ["id"]]
    assert found["answered"]["403"] == {"body": [["title"]]}
    assert both(None, other) == other
