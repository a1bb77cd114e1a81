"""Tests in .bts of what runs have found: they are right, never twice there, and only tests."""

from __future__ import annotations

import json
from typing import Any

import pytest
from compilation import errors, plan_of, suite_in

from specc.frontend import check_text
from specc.learning.literals import UnsayableError
from specc.learning.regressions import Found, alias_of, regression, with_tests

SPEC = """
service api { url "http://127.0.0.1:1" }
role user
actor ann is user { bearer "a" }
actor ben is user { bearer "b" }

contract Note {
  readonly id: uuid
  text:        string(1..20)
  size?:       int(1..5)
}

endpoint make POST /notes {
  as      user
  body    Note
  returns 201 Note
  returns 422 when body invalid
  creates Note
}

endpoint show GET /notes/{id: Note.id} {
  as      owner of Note
  returns 200 Note
  returns 404 when id unknown
  reads   Note
}

endpoint all GET /notes {
  as      user
  query   limit?: int(1..10)
  returns 200 { items: [Note] }
  returns 422 when query invalid
  lists   Note
}
"""
ID = "9f85083f-9993-495c-89a8-89338537f0db"


def call(endpoint: str, actor: str = "ann", **more: Any) -> dict[str, Any]:
    """A call, as the runtime tells of it."""
    told: dict[str, Any] = {"actor": actor, "endpoint": endpoint, "spec": "", "params": {}}
    told["status"] = more.pop("status", 200)
    told["params"] = {name: json.dumps(value) for name, value in more.pop("params", {}).items()}
    if "body" in more:
        told["body"] = json.dumps(more.pop("body"))
    return told | more


def made(text: str = "a") -> dict[str, Any]:
    answer = json.dumps({"id": ID, "text": text})
    return call("make", body={"text": text}, status=201, answer=answer, target="/notes")


def found(obligation: str, *calls: dict[str, Any], **more: Any) -> Found:
    told = {"calls": list(calls), "before": [], "part": "", "expects": [], "claim": None, **more}
    return Found(obligation, "specs/notes.bts", told)


def written(one: Found, *, raw: bool = False) -> str:
    """The test, which the checks let pass."""
    test = regression(one, plan_of(SPEC), raw=raw)
    text = with_tests("", [("notes.bts", "notes")], [test])
    files = {"specs/found.bts": text, "specs/notes.bts": SPEC}
    assert errors(check_text(files, "specs/found.bts")) == []
    assert len(suite_in(files, "specs/found.bts").tests) == 1
    return test


def test_a_valid_request_that_was_refused() -> None:
    test = written(found("make.any_valid", call("make", body={"text": "x", "size": 5}, status=422)))
    assert '  notes.make with { text: "x", size: 5 } as notes.ann expects 201\n' in test


def test_an_invalid_request_that_was_not() -> None:
    told = call("make", body={"text": "x", "size": 6}, status=201)
    test = written(found("make.any_invalid", told, part="body"))
    assert "as notes.ann expects 422" in test


def test_an_invalid_parameter() -> None:
    told = call("all", params={"limit": 0})
    test = written(found("all.any_invalid", told, part="limit"))
    assert "  notes.all(limit: 0) as notes.ann expects 422\n" in test


def test_a_thing_that_was_made_is_referred_to() -> None:
    told = call("show", "ben", params={"id": ID}, status=200)
    test = written(found("stateful.sequences", made(), told, expects=[404]))
    assert "expects 201 -> note\n" in test
    assert "  notes.show(id: note.id) as notes.ben expects 404\n" in test


def test_a_thing_that_was_made_before_is_made_again() -> None:
    told = call("show", params={"id": ID}, status=500)
    test = written(found("show.any_valid", told, before=[made("other"), made()], expects=[200]))
    assert test.count("notes.make") == 1


def test_what_is_claimed_of_a_field() -> None:
    claim = {"kind": "equal", "path": ["text"], "value": '"a"'}
    told = call("show", params={"id": ID})
    test = written(found("stateful.sequences", made(), told, claim=claim))
    assert 'expects 200 -> seen\n  expect seen.text == "a"\n' in test


def test_what_is_claimed_of_a_list() -> None:
    claim = {"kind": "not in", "path": ["items"], "key": ["id"], "value": json.dumps(ID)}
    test = written(found("stateful.sequences", made(), call("all", "ben"), claim=claim))
    assert "  expect note.id not in seen.items[*].id\n" in test


def test_a_plain_request_says_what_a_call_cannot() -> None:
    told = call("all", params={}, target="/notes?limit=text", unsayable="it is a text", status=500)
    one = found("all.any_invalid", told, part="limit")
    with pytest.raises(UnsayableError, match="it is a text"):
        regression(one, plan_of(SPEC))
    assert '  GET "/notes?limit=text" as notes.ann expects 422\n' in written(one, raw=True)


@pytest.mark.parametrize(
    "text", ['"', "{note.id}", "\\", '" } } endpoint', "\n}\ntest", "\u202e", "\x1b[31m", "#"]
)
def test_a_text_never_becomes_anything_else(text: str) -> None:
    test = written(found("make.any_valid", call("make", body={"text": text}, status=500)))
    assert all(line.isprintable() for line in test.splitlines())
    assert len(test.splitlines()) == 3


def test_a_test_is_there_only_once() -> None:
    test = regression(found("make.any_valid", call("make", body={"text": "x"})), plan_of(SPEC))
    imports = [("notes.bts", "notes")]
    once = with_tests("", imports, [test])
    assert with_tests(once, imports, [test]) == once
    other = regression(found("make.any_valid", call("make", body={"text": "y"})), plan_of(SPEC))
    twice = with_tests(once, imports, [other])
    assert twice.count("import") == 1
    assert twice.count('\ntest "') == 2
    assert twice.startswith(once)


def test_a_file_that_somebody_wrote_keeps_what_it_has() -> None:
    mine = '# mine\nimport "notes.bts" as n\n\ntest "own" { n.all as n.ann }\n'
    test = regression(found("make.any_valid", call("make", body={"text": "x"})), plan_of(SPEC))
    text = with_tests(mine, [("notes.bts", "notes")], [test])
    files = {"found.bts": text, "notes.bts": SPEC}
    assert errors(check_text(files, "found.bts")) == []
    assert text.startswith('# mine\nimport "notes.bts" as n\nimport "notes.bts" as notes\n')


@pytest.mark.parametrize(
    ("spec", "alias"),
    [("specs/shop.bts", "shop"), ("my-api.v2.bts", "my_api_v2"), ("specs/2.bts", "spec_2")],
)
def test_names_are_brought_in_by_the_spec_s_own(spec: str, alias: str) -> None:
    assert alias_of(spec) == alias
