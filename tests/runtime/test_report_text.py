"""What a failure says: the product's face."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from specc.runtime import (
    Actor,
    Broken,
    Contract,
    Mismatch,
    Response,
    expect,
    redact,
    secret,
    under_test,
)
from specc.runtime.broken import Finding
from specc.runtime.under_test import Obligation

from .stage import Answer, Stage

Line = Contract(
    "Line",
    {
        "type": "object",
        "properties": {"quantity": {"type": "integer", "maximum": 100}},
        "additionalProperties": False,
    },
)
Order = Contract(
    "Order",
    {
        "type": "object",
        "properties": {"lines": {"type": "array", "items": {"$ref": "#/$defs/Line"}}},
    },
    uses=(Line,),
    secret=("pin",),
)


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A spec, and a test of its second line that is running."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "shop.bts"
    path.write_text(
        'one secret("ANN_PASSWORD", "it\'s wonderland")\n  returns 201 Order\nexpect x\n'
    )
    under_test.set_current(Obligation("create_order.conforms", "shop.bts:2"))
    yield path
    under_test.set_current(None)


def text_of(response: Response, status: int = 201) -> str:
    with pytest.raises(Broken) as caught:
        expect(response, status)
    return str(caught.value)


def called(
    stage: Stage, answer: Answer, actor: Actor | None = None, **settings: object
) -> Response:
    stage.respond = lambda _: answer
    endpoint = stage.endpoint(
        "POST",
        "/orders",
        name="create_order",
        body="json",
        returns={201: Order},
        query=("q", "token"),
        secret=("password",),
    )
    return (actor or Actor("ann")).call(endpoint, **settings)  # type: ignore[arg-type]


def test_all_of_it(stage: Stage, spec: Path) -> None:
    ann = Actor("ann").bearer("token-4711")
    answer = Answer.json(
        {"lines": [{"quantity": 101, "cost": 5}]}, 201, ("Set-Cookie", "s=cookie-1; Path=/")
    )
    response = called(stage, answer, ann, params={"q": "a b"}, body={"a": "it's"})
    shown = text_of(response)
    date = response.header("Date")
    server = response.header("Server")
    elapsed = f"{response.elapsed * 1000:.1f} ms"
    assert (
        shown
        == f"""\
create_order.conforms: body.lines[0].quantity: expected an integer ≤ 100, got 101 (and 1 more)

  promised at shop.bts:2 | returns 201 Order

  body.lines[0].quantity
      expected  an integer ≤ 100
      got       101
  body.lines[0].cost: a leak: the contract `Line` has no such field
      got       5

  request   POST {stage.url}/orders?q=a%20b  (create_order as ann)
      Authorization: Bearer [redacted]
      Accept: application/json, */*;q=0.1
      Content-Type: application/json

      {{
        "a": "it's"
      }}

  response  201 Created  (after {elapsed})
      Server: {server}
      Date: {date}
      Content-Type: application/json
      Set-Cookie: s=[redacted]; Path=/

      {{
        "lines": [
          {{
            "quantity": 101,
            "cost": 5
          }}
        ]
      }}

  again
      curl -sS -i '{stage.url}/orders?q=a%20b' -H 'Authorization: Bearer REDACTED' \
-H 'Accept: application/json, */*;q=0.1' -H 'Content-Type: application/json' \
--data-raw '{{"a":"it'"'"'s"}}'"""
    )


class TestSecrets:
    def test_of_the_spec_are_named(self, stage: Stage, spec: Path) -> None:
        password = secret("ANN_PASSWORD", spec)
        body = {"password": password, "note": f"my {password}!"}
        shown = text_of(called(stage, Answer.json({"echo": password}, 500), body=body))
        assert "wonderland" not in shown
        assert '"password": "$ANN_PASSWORD"' in shown
        assert '"note": "my $ANN_PASSWORD!"' in shown
        assert '"echo": "$ANN_PASSWORD"' in shown
        assert """'{"password":"'"$ANN_PASSWORD"'","note":"my '"$ANN_PASSWORD"'!"}'""" in shown

    def test_of_the_exchange_are_left_out_wherever_they_turn_up(self, stage: Stage) -> None:
        answer = Answer.json(
            {
                "pin": 123456,
                "detail": "'hunter-2' is wrong, token=tok-99999&x",
                "access_token": "fresh-token-1",
                "again": "fresh-token-1",
                "author": "somebody",
            },
            422,
            ("X-Auth-Token", "header-token"),
            ("X-Session-Id", "1234"),
        )
        shown = text_of(
            called(
                stage,
                answer,
                params={"token": "tok-99999"},
                body={"user": {"password": "hunter-2", "name": "ann"}},
            )
        )
        for secret_value in (
            "123456", "hunter-2", "tok-99999", "fresh-token-1", "header-token", "X-Session-Id: 1234",
        ):  # fmt: skip
            assert secret_value not in shown
        for harmless in ('"name": "ann"', "somebody", "token=[redacted]&x"):
            assert harmless in shown

    def test_of_a_field_are_not_in_its_mismatch(self, stage: Stage) -> None:
        contract = Contract(
            "P", {"properties": {"pin": {"type": "integer", "maximum": 9}}}, secret=("pin",)
        )
        stage.respond = lambda _: Answer.json({"pin": 10})
        with pytest.raises(Broken) as caught:
            expect(Actor("ann").call(stage.endpoint(returns={200: contract})), 200)
        assert "got [redacted]" in str(caught.value)

    def test_are_not_cut_in_two(self, stage: Stage) -> None:
        token = redact("long-secret-" * 20)
        body = {"pad": "x" * 2990, "z": token}
        shown = text_of(called(stage, Answer.json(body, 500), body=body))
        assert "long-secret" not in shown
        assert "bytes in all" in shown


def test_what_a_server_sends_cannot_act_on_a_terminal(stage: Stage) -> None:
    answer = Answer(
        500,
        "\x1b]0;owned\x07 \u202e\r\n\x00".encode(),
        (("Content-Type", "text/plain"), ("X-A", "\x1b[2J")),
    )
    shown = text_of(called(stage, answer))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\\x1b[2J" in shown


def test_bodies_that_are_no_text(stage: Stage) -> None:
    shown = text_of(called(stage, Answer(500, b"\x89\xff", (("Content-Type", "image/png"),))))
    assert "(2 bytes that are no text, image/png)" in shown
    assert "(no body)" in text_of(called(stage, Answer(500)))


def test_long_bodies_are_cut_and_their_size_is_said(stage: Stage) -> None:
    shown = text_of(called(stage, Answer.json({"items": list(range(5000))}, 500)))
    assert len(shown) < 3000
    assert "… (28,901 bytes in all)" in shown


def test_many_mismatches_of_a_kind_are_gathered(stage: Stage) -> None:
    lines = [{"quantity": 101}] * 50
    shown = text_of(called(stage, Answer.json({"lines": lines}, 201)))
    assert shown.count("expected  an integer") == 4
    assert "body.lines[*].quantity: 46 more of this kind" in shown


def test_without_a_response(stage: Stage) -> None:
    service = stage.service(timeout=0.05)
    import time

    stage.respond = lambda _: time.sleep(0.2) or Answer()  # type: ignore[func-returns-value]
    with pytest.raises(Broken) as caught:
        Actor("ann").request("GET", "/", service=service)
    shown = str(caught.value)
    assert shown.startswith("no complete answer within 0.05 s\n\n  request   GET")
    assert "\n  response" not in shown


def test_several_findings_share_their_exchanges(stage: Stage, spec: Path) -> None:
    response = called(stage, Answer.json({"a": 1}, 201))
    pair = Mismatch.between("a", "2", "1")
    broken = Broken(
        Finding((pair,), "shop.bts:3", "x", (response,)),
        Finding((Mismatch("", "no"),), "elsewhere.bts:1", "y == 1", (response,)),
    )
    shown = str(broken)
    assert shown.count("request   POST") == 1
    assert "  shop.bts:3 | expect x\n  a\n      expected  2\n      got       1\n" in shown
    assert "  elsewhere.bts:1 | y == 1\n      no\n" in shown


class TestCurl:
    def line(self, response: Response) -> str:
        return text_of(response, 299).partition("  again\n")[2].strip()

    @pytest.mark.parametrize(
        "body",
        [
            {"a": 'it\'s $HOME `x` "q" \\ !'},
            {"a": "tab\t\nnew ü \x01"},
            [],
            "@file",
        ],
    )
    def test_it_repeats_the_request(self, stage: Stage, body: object) -> None:
        response = called(stage, Answer.json({}), params={"q": "a'b"}, body=body)
        first = stage.last
        self.run(self.line(response))
        again = stage.last
        assert (again.method, again.target) == (first.method, first.target)
        assert json.loads(again.body) == body
        assert again.headers["Content-Type"] == first.headers["Content-Type"]

    def test_with_a_secret_of_the_environment(self, stage: Stage, spec: Path) -> None:
        password = secret("ANN_PASSWORD", spec)
        ann = Actor("ann").header("X-API-Key", password)
        response = called(stage, Answer.json({}), ann, body={"password": password})
        line = self.line(response)
        assert "wonderland" not in line
        self.run(line, ANN_PASSWORD=password)
        assert json.loads(stage.last.body) == {"password": password}
        assert stage.last.headers["X-API-Key"] == password

    def test_of_other_methods(self, stage: Stage) -> None:
        service = stage.service()
        ann = Actor("ann")
        for method, options in (
            ("GET", "-i http"), ("DELETE", "-i -X DELETE http"), ("HEAD", "-i -I http"),
            ("POST", "-i -X POST http"),
        ):  # fmt: skip
            line = self.line(ann.request(method, "/", service=service))
            assert line.startswith(f"curl -sS {options}")
            self.run(line)
            assert stage.last.method == method
        line = self.line(ann.request("GET", "/a/../b?x[]={1}", service=service))
        self.run(line)
        assert stage.last.target == "/a/../b?x[]={1}"

    def test_with_bytes(self, stage: Stage) -> None:
        response = called(stage, Answer.json({}), body=b"\xff\x00")
        assert self.line(response).endswith(
            "--data-binary @body\n      (the file `body` has to hold the body's 2 bytes)"
        )

    @staticmethod
    def run(line: str, **variables: str) -> None:
        subprocess.run(
            ["bash", "-c", line],
            check=True,
            capture_output=True,
            timeout=10,
            env={"PATH": os.environ["PATH"], **variables},
        )
