"""Redirects: by request only, never to other hosts, never with credentials to another origin."""

import pytest

from specc.runtime import Actor, Broken, HostRefusedError

from .stage import Answer, Asked, Stage, staged


def redirecting(status: int, location: str) -> Answer:
    return Answer(status, b"", (("Location", location),))


def test_they_are_not_followed_unasked(stage: Stage) -> None:
    stage.respond = lambda _: redirecting(302, "/b")
    response = Actor("ann").request("GET", "/a", service=stage.service())
    assert (response.status, response.header("location")) == (302, "/b")


@pytest.mark.parametrize(
    ("status", "method", "then", "body"),
    [
        (301, "POST", "GET", b""),
        (302, "POST", "GET", b""),
        (302, "PUT", "PUT", b'{"a":1}'),
        (303, "PUT", "GET", b""),
        (307, "POST", "POST", b'{"a":1}'),
        (308, "PATCH", "PATCH", b'{"a":1}'),
    ],
)
def test_method_and_body(stage: Stage, status: int, method: str, then: str, body: bytes) -> None:
    def respond(asked: Asked) -> Answer:
        return redirecting(status, "b?x=1") if asked.target == "/c/a" else Answer.json({})

    stage.respond = respond
    ann = Actor("ann")
    ann.bearer("token-of-ann")
    response = ann.request(method, "/c/a", service=stage.service(), body={"a": 1}, follow=True)
    assert (stage.last.method, stage.last.target, stage.last.body) == (then, "/c/b?x=1", body)
    assert stage.last.headers["Authorization"] == "Bearer token-of-ann"
    assert ("Content-Type" in stage.last.headers) == bool(body)
    assert [hop.status for hop in response.hops] == [status]
    assert response.request.url.endswith("/c/b?x=1")


def test_credentials_stay_with_their_origin(stage: Stage) -> None:
    with staged() as other:
        stage.respond = lambda _: redirecting(307, f"{other.url}/b")
        ann = Actor("ann")
        ann.bearer("token-of-ann")
        ann.cookie("session", "cookie-of-ann")
        ann.header("X-Api-Key", "key-of-ann")
        ann.request(
            "POST", "/", service=stage.service(), body="x", header={"X-Other": "y"}, follow=True
        )
        assert other.last.body == b'"x"'
        assert set(other.last.headers) == {
            "Host", "User-Agent", "Accept-Encoding", "Accept", "Content-Type", "Content-Length",
        }  # fmt: skip
        assert f"http://{other.last.headers['Host']}" == other.url


@pytest.mark.parametrize(
    "location", ["http://example.com/", "//example.com", "http://2.example:80/x"]
)
def test_other_hosts_are_refused(stage: Stage, location: str) -> None:
    stage.respond = lambda _: redirecting(302, location)
    with pytest.raises(HostRefusedError, match=r"refused to contact .*example.* redirects there"):
        Actor("ann").request("GET", "/", service=stage.service(), follow=True)


@pytest.mark.parametrize("location", ["ftp://127.0.0.1/", "http://u@127.0.0.1/", "http://a b/"])
def test_what_leads_nowhere(stage: Stage, location: str) -> None:
    stage.respond = lambda _: redirecting(302, location)
    with pytest.raises(Broken, match="the redirect leads nowhere"):
        Actor("ann").request("GET", "/", service=stage.service(), follow=True)


def test_cookies_of_a_hop_go_along_within_its_origin(stage: Stage) -> None:
    with staged() as other:

        def respond(asked: Asked) -> Answer:
            if asked.target == "/a":
                cookies = (
                    ("Set-Cookie", "sid=new; Path=/"),
                    ("Set-Cookie", "odd;"),
                    ("Set-Cookie", "="),
                )
                return Answer(302, b"", (("Location", "/b"), *cookies))
            return redirecting(302, f"{other.url}/c")

        stage.respond = respond
        other.respond = lambda asked: (
            redirecting(302, "/d") if asked.target == "/c" else Answer.json({})
        )
        ann = Actor("ann").cookie("sid", "old-one").cookie("x", "kept")
        ann.request("GET", "/a", service=stage.service(), follow=True)
        assert stage.last.headers["Cookie"] == "sid=new; x=kept"
        assert [asked.target for asked in other.asked] == ["/c", "/d"]
        assert not any("Cookie" in asked.headers for asked in other.asked)


def test_they_do_not_go_on_for_ever(stage: Stage) -> None:
    stage.respond = lambda _: redirecting(302, "/")
    with pytest.raises(Broken, match="more than 10 redirects"):
        Actor("ann").request("GET", "/", service=stage.service(), follow=True)
    assert len(stage.asked) == 11


def test_cookies_that_a_hop_sets_go_along(stage: Stage) -> None:
    def respond(asked: Asked) -> Answer:
        if asked.target == "/b":
            return Answer.json({})
        cookies = (("Set-Cookie", "a=1; Path=/"), ("Set-Cookie", "b=2"))
        return Answer(302, b"", (("Location", "/b"), *cookies))

    stage.respond = respond
    cookie = {"a": "0", "c": "3"}
    Actor("ann").request("GET", "/a", service=stage.service(), cookie=cookie, follow=True)
    sent = set(stage.last.headers["Cookie"].split("; "))
    assert sent == {"a=1", "b=2", "c=3"}
