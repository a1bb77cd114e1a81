"""A response held against what was promised of it."""

from collections.abc import Mapping
from typing import Any

import pytest

from specc.runtime import Actor, Broken, Contract, Response, Returns, expect

from .stage import Answer, Stage

Thing = Contract(
    "Thing",
    {
        "type": "object",
        "properties": {"id": {"type": "integer"}},
        "required": ["id"],
        "additionalProperties": False,
    },
)
Count = Contract("Count", {"type": "integer", "minimum": 1})
When = Contract("When", {"type": "string", "format": "date"})
Problem = Contract("Problem", {"type": "object", "required": ["title"]})

RETURNS: Mapping[int, Contract | Returns | None] = {
    200: Thing,
    201: Returns(Thing, header={"X-Count": Count}, optional_header={"X-When": When}),
    202: None,
    203: Returns(form="bytes", media="image/*"),
    204: None,
    205: Returns(Contract("Short", {"type": "string", "maxLength": 3}), form="text"),
    206: Returns(Contract("Few", {"type": "string", "x-bytes": [1, 2]}), form="bytes"),
    404: Problem,
}


def answered(stage: Stage, answer: Answer, method: str = "GET") -> Response:
    stage.respond = lambda _: answer
    return Actor("ann").call(stage.endpoint(method, returns=RETURNS))


def told(response: Response, *expected: Any) -> list[tuple[str, str]]:
    with pytest.raises(Broken) as caught:
        expect(response, *expected)
    return [(each.path, each.message) for each in caught.value.mismatches]


class TestStatus:
    @pytest.mark.parametrize("status", [200, (404, 200), [200], "2xx", ("4xx", "2xx")])
    def test_as_expected(self, stage: Stage, status: Any) -> None:
        response = answered(stage, Answer.json({"id": 1}))
        assert expect(response, status) is response

    def test_another(self, stage: Stage) -> None:
        response = answered(stage, Answer.json({"title": "Gone", "detail": "no such thing"}, 404))
        assert told(response, 200) == [
            ("status", 'expected 200, got 404 Not Found ("no such thing")')
        ]
        assert told(response, ("2xx", 301))[0][1].startswith("expected 2xx or 301, got 404")

    def test_one_that_is_declared_nowhere(self, stage: Stage) -> None:
        response = answered(stage, Answer(409))
        undeclared = (
            "409 is declared nowhere in `the_endpoint` "
            "(it declares: 200, 201, 202, 203, 204, 205, 206, 404)"
        )
        assert told(response, 200) == [
            ("status", "expected 200, got 409 Conflict"),
            ("status", undeclared),
        ]
        assert told(response, "4xx") == [("status", undeclared)]
        expect(response, 409)

    def test_of_a_raw_request(self, stage: Stage) -> None:
        stage.respond = lambda _: Answer(418)
        response = Actor("ann").request("GET", "/", service=stage.service())
        expect(response, "4xx")
        assert told(response, 200) == [("status", "expected 200, got 418 I'm a Teapot")]


class TestBody:
    def test_every_mismatch_is_told(self, stage: Stage) -> None:
        response = answered(stage, Answer.json({"id": "x", "y": 1}, 201))
        assert {path for path, _ in told(response, 201)} == {"body.id", "body.y", "header.X-Count"}

    def test_of_another_type(self, stage: Stage) -> None:
        html = Answer(200, b"<html>", (("Content-Type", "text/html; charset=utf-8"),))
        assert told(answered(stage, html), 200) == [
            (
                "header.Content-Type",
                "expected application/json, got text/html; charset=utf-8",
            ),
            ("body", 'expected JSON (Thing), got "<html>"'),
        ]

    def test_that_is_empty(self, stage: Stage) -> None:
        assert told(answered(stage, Answer(200)), 200)[-1] == (
            "body",
            "expected JSON (Thing), got the body is empty, where JSON was expected",
        )

    def test_json_has_several_types(self, stage: Stage) -> None:
        problem = Answer(
            404, b'{"title": "x"}', (("Content-Type", "Application/Problem+JSON; v=1"),)
        )
        expect(answered(stage, problem), 404)

    def test_a_contract_takes_the_place_of_the_declared_one(self, stage: Stage) -> None:
        response = answered(stage, Answer.json({"title": "x"}))
        expect(response, 200, Problem)
        expect(response, 200, None)
        assert told(response, 200, Thing)
        assert told(response, 200, Returns(form="text"))

    def test_of_nothing_nothing_is_promised(self, stage: Stage) -> None:
        expect(answered(stage, Answer(202, b"anything")), 202)
        expect(answered(stage, Answer(204)), 204)

    def test_bytes_and_text(self, stage: Stage) -> None:
        png = (("Content-Type", "image/png"),)
        plain = (("Content-Type", "text/plain"),)
        expect(answered(stage, Answer(203, b"\x89", png)), 203)
        assert told(answered(stage, Answer(203, b"\x89", plain)), 203) == [
            ("header.Content-Type", "expected image/*, got text/plain")
        ]
        expect(answered(stage, Answer(205, b"abc", plain)), 205)
        assert told(answered(stage, Answer(205, b"abcd", png)), 205) == [
            ("header.Content-Type", "expected text/…, got image/png"),
            ("body", 'expected text of at most 3 characters, got "abcd" (4 characters)'),
        ]
        expect(answered(stage, Answer(206, b"ab")), 206)
        assert told(answered(stage, Answer(206, b"abc")), 206) == [
            ("body", "expected from 1 to 2 bytes, got 3 bytes")
        ]

    def test_of_a_head_request_there_is_none(self, stage: Stage) -> None:
        expect(answered(stage, Answer.json({"id": 1}), "HEAD"), 200)

    def test_where_none_may_be(self, stage: Stage) -> None:
        assert told(answered(stage, Answer(204, b"x")), 204) == [
            ("body", "a 204 response must not have a body, and this one has")
        ]


class TestHeaders:
    def test_are_read_as_their_contracts_say(self, stage: Stage) -> None:
        fine = Answer.json({"id": 1}, 201, ("X-Count", "3"), ("x-when", "2030-01-01"))
        expect(answered(stage, fine), 201)
        wrong = Answer.json({"id": 1}, 201, ("X-Count", "0"), ("X-When", "soon"))
        assert told(answered(stage, wrong), 201) == [
            ("header.X-Count", "expected an integer ≥ 1, got 0"),
            ("header.X-When", 'expected a date as in 2030-01-31, got "soon"'),
        ]
        odd = Answer.json({"id": 1}, 201, ("X-Count", "many"))
        assert told(answered(stage, odd), 201) == [
            ("header.X-Count", 'expected an integer ≥ 1, got "many"')
        ]

    def test_that_are_missing(self, stage: Stage) -> None:
        assert told(answered(stage, Answer.json({"id": 1}, 201)), 201) == [
            ("header.X-Count", "missing")
        ]

    @pytest.mark.parametrize(
        ("schema", "text", "fits"),
        [
            ({"type": "number", "maximum": 2}, "1.5", True),
            ({"type": "number"}, "NaN", False),
            ({"type": "boolean"}, "TRUE", True),
            ({"type": "array", "items": {"maxLength": 1}}, "a, b", True),
            ({"type": ["integer", "string"]}, "x", True),
            ({"enum": ["a"]}, "a", True),
        ],
    )
    def test_types(self, stage: Stage, schema: dict[str, Any], text: str, fits: bool) -> None:
        stage.respond = lambda _: Answer(200, b"", (("X-A", text),))
        returns = Returns(header={"X-A": Contract("A", schema)})
        response = Actor("ann").call(stage.endpoint(returns={200: returns}))
        if fits:
            expect(response, 200)
        else:
            assert told(response, 200)
