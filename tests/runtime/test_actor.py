"""What an actor sends."""

import base64
import json
from datetime import UTC, datetime
from decimal import Decimal
from urllib.parse import parse_qs

import pytest

from specc.runtime import Actor, Broken, Raw, anonymous, burst, redacted

from .stage import Answer, Asked, Stage


def test_parameters_go_where_they_belong(stage: Stage) -> None:
    endpoint = stage.endpoint(
        "PUT",
        "/a/{id}/b{ext}",
        service=stage.service(headers={"Accept-Language": "en", "X-Tenant": "t"}),
        query=("status", "limit"),
        header=("If-Match", "Accept-Language"),
        cookie=("session",),
        body="json",
    )
    Actor("ann").call(
        endpoint,
        {
            "id": "x/../y?z",
            "ext": 7,
            "status": ["a", "b"],
            "limit": None,
            "If-Match": '"1"',
            "Accept-Language": "de",
            "session": "s1",
        },
        body={"total": Decimal("19.90")},
    )
    asked = stage.last
    assert asked.method == "PUT"
    assert asked.target == "/a/x%2F..%2Fy%3Fz/b7?status=a&status=b"
    assert asked.headers["If-Match"] == '"1"'
    assert asked.headers["Accept-Language"] == "de"
    assert asked.headers["X-Tenant"] == "t"
    assert asked.headers["Cookie"] == "session=s1"
    assert asked.headers["Content-Type"] == "application/json"
    assert asked.body == b'{"total":19.90}'


def test_raw_values_are_sent_as_they_are(stage: Stage) -> None:
    endpoint = stage.endpoint(path="/a/{id}", query=("limit",), header=("X-N",))
    Actor("ann").call(endpoint, {"id": Raw("a b"), "limit": Raw("1&x=2"), "X-N": Raw("n")})
    assert stage.last.target == "/a/a%20b?limit=1%26x%3D2"


def test_what_cannot_be_called(stage: Stage) -> None:
    endpoint = stage.endpoint("POST", "/a/{id}", body="json", header=("X-A",))
    ann = Actor("ann")
    with pytest.raises(LookupError, match="the_endpoint has no parameter idd"):
        ann.call(endpoint, {"idd": 1})
    with pytest.raises(LookupError, match="needs the path parameter id"):
        ann.call(endpoint)
    with pytest.raises(TypeError, match="no JSON value"):
        ann.call(endpoint, {"id": 1}, body={"at": datetime.now(UTC)})
    with pytest.raises(ValueError, match="the header X-A cannot hold"):
        ann.call(endpoint, {"id": 1, "X-A": "a\r\nB: c"})
    with pytest.raises(ValueError, match="a path starts with a slash"):
        ann.request("GET", "http://evil.example", service=stage.service())
    assert not stage.asked


def test_credentials(stage: Stage) -> None:
    service = stage.service()

    def sent_by(actor: Actor) -> dict[str, str]:
        actor.request("GET", "/", service=service)
        return stage.last.headers

    bearer = Actor("ann")
    assert "Authorization" not in sent_by(bearer)
    bearer.bearer("token-4711")
    assert sent_by(bearer)["Authorization"] == "Bearer token-4711"
    basic = Actor("bob").basic("bob", "pass:word")
    assert sent_by(basic)["Authorization"] == "Basic " + base64.b64encode(b"bob:pass:word").decode()
    root = Actor("root").header("X-API-Key", "key-4711").cookie("sid", "cookie-4711")
    assert sent_by(root)["X-API-Key"] == "key-4711"
    assert sent_by(root)["Cookie"] == "sid=cookie-4711"
    assert not {"Authorization", "Cookie", "X-API-Key"} & set(sent_by(anonymous))
    shown = redacted(f"{bearer!r} token-4711 pass:word key-4711 cookie-4711 Ym9iOnBhc3M6d29yZA==")
    assert shown == "<Actor ann>" + " [redacted]" * 5


def test_a_cookie_of_the_call_comes_before_the_actors(stage: Stage) -> None:
    ann = Actor("ann")
    ann.cookie("a", "aaaa")
    ann.cookie("b", "bbbb")
    ann.call(stage.endpoint(cookie=("b", "c")), {"b": "xxxx", "c": 1})
    assert stage.last.headers["Cookie"] == "a=aaaa; b=xxxx; c=1"


def test_cookies_are_read_and_not_kept(stage: Stage) -> None:
    stage.respond = lambda _: Answer.json(
        {}, 200, ("Set-Cookie", "sid=abc; Path=/; HttpOnly"), ("Set-Cookie", 'x="y z"')
    )
    ann = Actor("ann")
    response = ann.call(stage.endpoint())
    assert (response.cookie("sid"), response.cookie("x")) == ("abc", "y z")
    assert response.cookie("none") is None
    ann.call(stage.endpoint())
    assert "Cookie" not in stage.last.headers


def test_headers_that_every_request_has(stage: Stage) -> None:
    from specc.runtime import Contract, Returns

    stage.service()
    anonymous.call(stage.endpoint(returns={200: Contract("C", True), 404: None}))
    assert stage.last.headers["Accept"] == "application/json, */*;q=0.1"
    assert stage.last.headers["User-Agent"] == "specc"
    anonymous.call(stage.endpoint(returns={200: Returns(form="bytes", media="image/png")}))
    assert stage.last.headers["Accept"] == "image/png, */*;q=0.1"
    anonymous.call(stage.endpoint(service=stage.service(headers={"accept": "text/csv"})))
    assert stage.last.headers["accept"] == "text/csv"
    anonymous.call(stage.endpoint("POST"))
    assert stage.last.headers["Content-Length"] == "0"
    anonymous.call(stage.endpoint("GET"))
    assert "Content-Length" not in stage.last.headers


def test_raw_requests(stage: Stage) -> None:
    service = stage.service()
    service = type(service)("s", url=f"{stage.url}/api")
    response = Actor("ann").request(
        "post",
        "/a b/%2e?x=1#f",
        service=service,
        query={"y": [1, 2]},
        header={"Content-Type": "text/csv", "X-A": "b"},
        body="a;b",
        form="text",
    )
    assert (stage.last.method, stage.last.target) == ("POST", "/api/a%20b/%2e?x=1%23f&y=1&y=2")
    assert stage.last.headers["Content-Type"] == "text/csv"
    assert stage.last.body == b"a;b"
    assert response.endpoint is None
    assert repr(response) == "<Response 200 of <Request POST /api/a%20b/%2e as ann>>"


def test_what_was_sent(stage: Stage) -> None:
    response = Actor("ann").call(stage.endpoint("POST", body="json"), body={"a": [1]})
    assert response.sent == {"a": [1]}
    with pytest.raises(Broken, match="the request had no body"):
        _ = Actor("ann").call(stage.endpoint()).sent


class TestResponse:
    def test_fields(self, stage: Stage) -> None:
        stage.respond = lambda _: Answer.json({"id": 1, "total": 1.10, "none": None})
        response = Actor("ann").call(stage.endpoint())
        assert response["id"] == 1
        assert str(response["total"]) == "1.1"
        assert response.get("none", 7) is None
        assert response.get("gone", 7) == 7
        assert "id" in response
        assert "gone" not in response
        with pytest.raises(
            Broken, match=r"no field `totl` \(it has: id, total, none\); did you mean `total`\?"
        ):
            response["totl"]

    def test_lists(self, stage: Stage) -> None:
        stage.respond = lambda _: Answer.json([5, 6])
        response = Actor("ann").call(stage.endpoint())
        assert response[1] == 6
        with pytest.raises(Broken, match="no item 2: it is a list of 2"):
            response[2]
        with pytest.raises(Broken, match="no field `id`: it is a list of 2"):
            response["id"]
        with pytest.raises(Broken, match="no field `id`"):
            response.get("id")

    @pytest.mark.parametrize(
        ("body", "why"),
        [
            (b"", "the body is empty"),
            (b"<html>", "not JSON"),
            (b"\xff", "not JSON"),
            (b"NaN", "JSON"),
        ],
    )
    def test_what_is_no_json(self, stage: Stage, body: bytes, why: str) -> None:
        stage.respond = lambda _: Answer(200, body)
        response = Actor("ann").call(stage.endpoint())
        assert not response.is_json
        for use in (lambda: response.json, lambda: response["a"], lambda: "a" in response):
            with pytest.raises(Broken, match=why):
                use()

    def test_text_has_a_charset(self, stage: Stage) -> None:
        stage.respond = lambda _: Answer(
            200, "ü".encode("latin-1"), (("Content-Type", 'text/plain; charset="ISO-8859-1"'),)
        )
        assert Actor("ann").call(stage.endpoint()).text == "ü"
        stage.respond = lambda _: Answer(200, b"\xff", (("Content-Type", "a; charset=nonsense"),))
        assert Actor("ann").call(stage.endpoint()).text == "\ufffd"


class TestOAuth2:
    def test_a_token_is_got_and_renewed(self, stage: Stage) -> None:
        def respond(asked: Asked) -> Answer:
            if asked.target == "/token":
                count = sum(each.target == "/token" for each in stage.asked)
                lifetime = 0 if count == 1 else 3600
                return Answer.json(
                    {"access_token": f"token-number-{count}", "expires_in": lifetime}
                )
            return Answer.json({})

        stage.respond = respond
        service = stage.service()
        actor = Actor("machine").oauth2_client_credentials(
            service, url="/token", client_id="me:x", client_secret="s3cret-4711", scope="a b"
        )
        asked = stage.last
        user, _, password = (
            base64.b64decode(asked.headers["Authorization"].removeprefix("Basic "))
            .decode()
            .partition(":")
        )
        assert (user, password) == ("me%3Ax", "s3cret-4711")
        assert parse_qs(asked.body.decode()) == {
            "grant_type": ["client_credentials"],
            "scope": ["a b"],
        }
        for _ in range(2):
            actor.request("GET", "/", service=service)
            assert stage.last.headers["Authorization"] == "Bearer token-number-2"

    def test_a_refusal(self, stage: Stage) -> None:
        stage.respond = lambda _: Answer.json({"error": "invalid_client"}, 401)
        with pytest.raises(Broken, match="no token for machine: 401"):
            Actor("machine").oauth2_client_credentials(
                stage.service(), url=f"{stage.url}/token", client_id="a", client_secret="bbbb"
            )


def test_digest_authentication(stage: Stage) -> None:
    def respond(asked: Asked) -> Answer:
        if "Authorization" not in asked.headers:
            challenge = 'Digest realm="r", qop="auth", nonce="n", algorithm=SHA-256, opaque="o"'
            return Answer(401, b"", (("WWW-Authenticate", challenge),))
        return Answer.json({})

    stage.respond = respond
    response = Actor("ann").digest("ann", "pass-4711").request("GET", "/a", service=stage.service())
    assert response.status == 200
    given = stage.last.headers["Authorization"]
    assert given.startswith('Digest username="ann", realm="r", nonce="n", uri="/a"')
    assert "pass-4711" not in given


def test_burst(stage: Stage) -> None:
    stage.respond = lambda _: Answer.json({}, 429 if len(stage.asked) > 3 else 200)
    endpoint = stage.endpoint("POST", body="json")
    found = burst(Actor("ann"), endpoint, body={"a": 1}, count=10)
    assert [each.status for each in found] == [200, 200, 200, 429]
    assert json.loads(stage.last.body) == {"a": 1}
    assert len(burst(Actor("ann"), endpoint, count=2, until=500)) == 2


def test_the_fixed_part_of_a_path_cannot_break_the_request(stage: Stage) -> None:
    service = stage.service()
    service = type(service)("s", url=f"{stage.url}/ü")
    Actor("ann").call(stage.endpoint(path="/a b\r\nX: y/{id}", service=service), {"id": 1})
    assert stage.last.target == "/%C3%BC/a%20b%0D%0AX:%20y/1"
    assert "X" not in stage.last.headers
