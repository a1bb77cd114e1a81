"""Searches against a server: they find, shrink, repeat, stay within limits, and clean up."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from specc.runtime import Actor, Broken, Contract, Creates, Endpoint, FromBody, Undo, expect, seed
from specc.runtime.properties import Requests, Rule, Sent, any_invalid, any_valid, refused, walk

from ..stage import Answer, Asked, Stage

NOTE = Contract(
    "Note",
    {
        "type": "object",
        "properties": {"id": {"type": "string"}, "text": {"type": "string"}},
        "required": ["id", "text"],
    },
    spec="notes.bts:1",
)
BODY = {
    "type": "object",
    "properties": {
        "text": {"type": "string", "minLength": 1, "maxLength": 40},
        "size": {"type": "integer", "minimum": 1, "maximum": 9},
    },
    "required": ["text"],
    "additionalProperties": False,
}
ANN, BEN = Actor("ann"), Actor("ben")
ANN.header("X-Me", "ann")
BEN.header("X-Me", "ben")


@attrs.define
class Notes:
    """A service of notes, with what is wrong with it."""

    wrong: str = ""
    notes: dict[str, dict[str, Any]] = attrs.field(factory=dict)
    made: int = 0

    def __call__(self, asked: Asked) -> Answer:
        me = asked.headers.get("X-Me", "")
        name = asked.target.removeprefix("/notes").strip("/").partition("?")[0]
        match asked.method, name:
            case "POST", "":
                return self.make(asked, me)
            case "GET", "":
                shown = [each for each in self.notes.values() if each["owner"] == me]
                return Answer.json({"items": [self.shown(each) for each in shown]})
            case _:
                note = self.notes.get(name)
                if note is None or (note["owner"] != me and self.wrong != "strangers read"):
                    return Answer.json({}, 404)
                if asked.method == "DELETE":
                    if self.wrong != "nothing is deleted":
                        del self.notes[name]
                    return Answer(204)
                return Answer.json(self.shown(note))

    def make(self, asked: Asked, me: str) -> Answer:
        try:
            body = json.loads(asked.body)
            text, size = body["text"], body.get("size", 1)
            valid = (
                isinstance(text, str) and 1 <= len(text) <= 40 and not set(body) - {"text", "size"}
            )
            most = 10 if self.wrong == "a size of 10" else 9
            valid = valid and type(size) is int and 1 <= size <= most
        except (ValueError, LookupError, TypeError):
            valid = False
        if not valid:
            return Answer.json({}, 422)
        if self.wrong == "long texts" and len(text) > 12:
            return Answer.json({}, 500)
        self.made += 1
        key = f"note-{self.made:04}"
        kept = "" if self.wrong == "texts are lost" else text
        self.notes[key] = {"id": key, "text": kept, "answered": text, "owner": me}
        return Answer.json({"id": key, "text": text}, 201)

    def shown(self, note: dict[str, Any]) -> dict[str, Any]:
        return {"id": note["id"], "text": note["text"]}


@attrs.frozen
class Api:
    """The service's endpoints, as a suite describes them."""

    make: Endpoint
    show: Endpoint
    all: Endpoint
    remove: Endpoint
    requests: Requests

    def rules(self) -> list[Rule]:
        key = {"id": "Note.id"}
        both, owned = ("ann", "ben"), ("Note",)
        return [
            Rule(
                deed="creates",
                endpoint=self.make,
                thing="Note",
                requests=self.requests,
                by=both,
                answers=(201,),
                shown=("text",),
                key="id",
            ),
            Rule(
                deed="reads",
                endpoint=self.show,
                thing="Note",
                params=key,
                owners=owned,
                answers=(200,),
                refused=(404,),
                gone=(404,),
                shown=("text",),
            ),
            Rule(
                deed="lists",
                endpoint=self.all,
                thing="Note",
                at=("items",),
                by=both,
                answers=(200,),
                key="id",
                hides=True,
            ),
            Rule(
                deed="deletes",
                endpoint=self.remove,
                thing="Note",
                params=key,
                owners=owned,
                answers=(204,),
                refused=(404,),
                gone=(404,),
            ),
        ]


@pytest.fixture
def api(stage: Stage) -> Api:
    service = stage.service()

    def endpoint(name: str, method: str, path: str, **more: Any) -> Endpoint:
        return Endpoint(name, method, path, spec="notes.bts:3", service=service, **more)

    undo = Undo("remove", {"id": FromBody("id")})
    make = endpoint(
        "make",
        "POST",
        "/notes",
        body="json",
        returns={201: NOTE, 422: None},
        creates=Creates("Note", undo=undo),
    )
    return Api(
        make,
        endpoint("show", "GET", "/notes/{id}", returns={200: NOTE, 404: None}),
        endpoint("all", "GET", "/notes", returns={200: None}),
        endpoint("remove", "DELETE", "/notes/{id}", returns={204: None, 404: None}, deletes="Note"),
        Requests(make, body=BODY, invalid={"body": 422}),
    )


@pytest.fixture(autouse=True)
def _some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPECC_EXAMPLES", "40")


def valid_of(api: Api) -> Callable[[], None]:
    @any_valid(api.requests)
    def test_valid(sent: Sent) -> None:
        expect(ANN.call(api.make, body=sent.body), 201, NOTE)

    return test_valid


def invalid_of(api: Api) -> Callable[[], None]:
    @any_invalid(api.requests)
    def test_invalid(sent: Sent) -> None:
        refused(ANN.call(api.make, body=sent.body), sent)

    return test_invalid


def sequences_of(api: Api) -> Callable[[], None]:
    return lambda: walk({"ann": ANN, "ben": BEN}, api.rules())


@pytest.mark.parametrize("test_of", [valid_of, invalid_of, sequences_of])
@pytest.mark.parametrize("number", range(3))
def test_a_healthy_service_keeps_its_promises(
    stage: Stage, api: Api, test_of: Callable[[Api], Callable[[], None]], number: int
) -> None:
    seed.start(number)
    stage.respond = notes = Notes()
    test_of(api)()
    assert stage.asked
    assert not notes.notes, "what was made has been deleted"


def test_the_smallest_request_is_found(stage: Stage, api: Api) -> None:
    stage.respond = notes = Notes("long texts")
    with pytest.raises(Broken) as raised:
        valid_of(api)()
    (shown,) = raised.value.findings[0].shown
    assert len(shown.request.sent["text"]) == 13
    assert "size" not in shown.request.sent
    assert "--examples 40 --seed 1" in str(raised.value)
    assert not notes.notes


def test_a_seed_finds_the_same_again(stage: Stage, api: Api) -> None:
    said = []
    for _ in range(2):
        seed.start(5)
        stage.respond = Notes("long texts")
        stage.asked.clear()
        with pytest.raises(Broken):
            valid_of(api)()
        said.append([asked.body for asked in stage.asked if asked.method == "POST"])
    assert said[0] == said[1]


def test_a_rule_that_is_not_kept(stage: Stage, api: Api) -> None:
    stage.respond = Notes("a size of 10")
    with pytest.raises(Broken, match=r"one rule broken \(size: above_maximum\)") as raised:
        invalid_of(api)()
    assert len(raised.value.findings) == 1
    assert raised.value.found is not None
    assert raised.value.found[0]["part"] == "body"


@pytest.mark.parametrize(
    ("wrong", "calls", "last"),
    [
        ("strangers read", ["make", "show"], "show"),
        ("nothing is deleted", ["make", "remove"], None),
        ("texts are lost", ["make", "show"], "show"),
    ],
)
def test_a_sequence_is_as_short_as_can_be(
    stage: Stage, api: Api, wrong: str, calls: list[str], last: str | None
) -> None:
    stage.respond = Notes(wrong)
    with pytest.raises(Broken) as raised:
        sequences_of(api)()
    assert raised.value.found is not None
    (told,) = raised.value.found
    names = [call["endpoint"] for call in told["calls"]]
    assert names[: len(calls)] == calls
    assert len(names) == len(calls) + (last is None)
    assert json.loads(told["calls"][0]["body"]) == {"text": "0"}


def test_nothing_is_made_up_unless_asked_for(
    stage: Stage, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SPECC_EXAMPLES")
    for test_of in (valid_of, invalid_of, sequences_of):
        with pytest.raises(pytest.skip.Exception, match="--examples N"):
            test_of(api)()
    assert not stage.asked


def test_the_requests_of_a_run_are_limited(
    stage: Stage, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    from specc.runtime import client

    stage.respond = Notes()
    monkeypatch.setenv("SPECC_MAX_REQUESTS", str(client.sent() + 10))
    with pytest.raises(pytest.skip.Exception, match=r"\d of 40 .* --max-requests"):
        valid_of(api)()
    assert len(stage.asked) <= 12


def test_what_is_no_broken_promise_is_told_as_it_is(api: Api) -> None:
    @any_valid(api.requests)
    def test(sent: Sent) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        test()
