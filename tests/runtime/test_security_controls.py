"""What keeps probes quiet: services that are odd, and not at fault."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, build_opener, urlopen

import pytest

from runtime.stage import Answer, Asked, Stage
from specc.runtime import Actor, Broken, Contract, security
from specc.runtime.security import Attempt
from specc.selftest import rsa, tokens


def ann() -> Actor:
    return Actor("ann").header("X-Key", "key-of-ann")


def test_one_page_for_all_paths_hides_nothing(stage: Stage) -> None:
    def respond(asked: Asked) -> Answer:
        page = f"<title>app</title><p>{asked.target} {len(stage.asked)}"
        return Answer(200, page.encode(), (("Content-Type", "text/html"),))

    stage.respond = respond
    security.hides_no_path("inventory.undocumented", Attempt(ann(), stage.endpoint()))


def test_an_answer_that_repeats_the_path_hides_nothing(stage: Stage) -> None:
    stage.respond = lambda asked: Answer.json({"no such path": asked.target})
    security.hides_no_path("inventory.undocumented", Attempt(ann(), stage.endpoint()))


def test_a_path_with_content_of_its_own_is_found(stage: Stage) -> None:
    stage.respond = lambda asked: (
        Answer.json(["ann@example.com", "ben@example.com"])
        if asked.target == "/internal/users"
        else Answer.json({"title": "none"}, 404)
    )
    with pytest.raises(Broken, match="/internal/users is open to everyone"):
        security.hides_no_path("inventory.undocumented", Attempt(ann(), stage.endpoint()))


def test_a_service_that_takes_any_version_tells_nothing(stage: Stage) -> None:
    stage.respond = lambda asked: Answer.json({"id": 1})
    endpoint = stage.endpoint(path="/v2/me")
    with pytest.raises(pytest.skip.Exception, match="inconclusive"):
        security.hides_no_version("inventory.version", Attempt(ann(), endpoint))


def test_a_declared_version_is_no_find(stage: Stage) -> None:
    stage.respond = lambda asked: (
        Answer.json({"id": 1}) if asked.target in ("/v1/me", "/v2/me") else Answer(404)
    )
    service = stage.service()
    endpoint = stage.endpoint(path="/v2/me", service=service)
    with pytest.raises(Broken, match="/v1/me"):
        security.hides_no_version("inventory.version", Attempt(ann(), endpoint))
    stage.endpoint(path="/v1/me", service=service, name="old_me")
    security.hides_no_version("inventory.version", Attempt(ann(), endpoint))


def test_a_thing_that_changes_when_others_read_it_tells_nothing(stage: Stage) -> None:
    views = {"count": 0}

    def respond(asked: Asked) -> Answer:
        if "X-Key" not in asked.headers:
            views["count"] += 1
        return Answer.json({"text": "a text of ann's", "views": views["count"]})

    stage.respond = respond
    with pytest.raises(pytest.skip.Exception, match="inconclusive"):
        security.keeps_to_its_verbs("bfla.verb", Attempt(ann(), stage.endpoint()), verbs=["PUT"])


def test_a_verb_that_is_answered_kindly_and_does_nothing_is_no_find(stage: Stage) -> None:
    stage.respond = lambda asked: Answer.json(
        {"text": "a text of ann's"} if "X-Key" in asked.headers else {"done": True}
    )
    attempt = Attempt(ann(), stage.endpoint())
    security.keeps_to_its_verbs("bfla.verb", attempt, verbs=["PUT", "DELETE"])


def test_calls_that_are_answered_alike_and_kept_once_are_no_race(stage: Stage) -> None:
    done: list[str] = []

    def respond(asked: Asked) -> Answer:
        if asked.method != "POST":
            return Answer(404)
        done.append(asked.target)
        return Answer.json({}, 200 if len(done) == 1 else 409)

    stage.respond = respond
    security.works_once("flow.single_use", Attempt(ann(), stage.endpoint("POST")))
    assert len(done) == 9


def test_a_lock_is_no_breach(stage: Stage) -> None:
    wrong = {"count": 0}

    def respond(asked: Asked) -> Answer:
        if b"right" in asked.body and wrong["count"] < 20:
            return Answer.json({"token": "a"})
        wrong["count"] += 1
        return Answer.json({"title": "no"}, 401)

    stage.respond = respond
    endpoint = stage.endpoint("POST", body="json")
    attempt = Attempt(ann(), endpoint, body={"name": "ann", "word": "right"})
    security.ends_guesses("auth.bruteforce", attempt, secret="word", count=30)
    wrong["count"] = -1000
    with pytest.raises(Broken, match="30 wrong values"):
        security.ends_guesses("auth.bruteforce", attempt, secret="word", count=30)


def test_a_limit_that_a_header_lifts_is_none(stage: Stage) -> None:
    def respond(asked: Asked) -> Answer:
        if b"right" in asked.body:
            return Answer.json({"token": "a"})
        if "X-Forwarded-For" not in asked.headers and len(stage.asked) > 10:
            return Answer.json({"title": "not so often"}, 429)
        return Answer.json({"title": "no"}, 401)

    stage.respond = respond
    endpoint = stage.endpoint("POST", body="json")
    attempt = Attempt(ann(), endpoint, body={"name": "ann", "word": "right"})
    with pytest.raises(Broken, match="X-Forwarded-For"):
        security.ends_guesses("auth.bruteforce", attempt, secret="word", count=30)


def test_a_limit_that_comes_too_late_for_the_window_is_not_judged(stage: Stage) -> None:
    stage.respond = lambda asked: Answer(204)
    attempt = Attempt(ann(), stage.endpoint("POST", body="json"), body={"email": "a@b.example"})
    with pytest.raises(pytest.skip.Exception, match="longer than"):
        security.bites_and_lets_up(
            "rate.declared", attempt, count=20, seconds=0.001, account="email"
        )


def test_markup_in_json_is_no_markup(stage: Stage) -> None:
    kept: list[bytes] = []

    def respond(asked: Asked) -> Answer:
        if asked.method == "POST":
            kept.append(asked.body)
            return Answer.json({"id": 1}, 201)
        return Answer(200, kept[-1], (("Content-Type", "application/json"),))

    stage.respond = respond
    service = stage.service()
    write = stage.endpoint("POST", body="json", service=service)
    page = Attempt(ann(), stage.endpoint(service=service, name="page"))
    attempt = Attempt(ann(), write, body={"text": "hello"})
    with pytest.raises(pytest.skip.Exception, match="not applicable"):
        security.stores_no_markup("xss.stored", attempt, at=["body.text"], pages=[page])


def test_a_cap_needs_more_rows_than_it(stage: Stage) -> None:
    rows = [1, 2]

    def respond(asked: Asked) -> Answer:
        if asked.method == "POST":
            rows.append(len(rows) + 1)
            return Answer.json({}, 201)
        limit = min(int(asked.target.partition("limit=")[2]), 3)
        return Answer.json({"items": rows[:limit]})

    stage.respond = respond
    service = stage.service()
    lists = Attempt(ann(), stage.endpoint(query=("limit",), service=service), {"limit": 3})
    words = {"limit": "limit", "cap": 3, "at": ["items"]}
    with pytest.raises(pytest.skip.Exception, match="nothing makes more"):
        security.pages_have_a_cap("resource.page_cap", lists, **words)  # type: ignore[arg-type]
    make = Attempt(ann(), stage.endpoint("POST", service=service, name="make"))
    security.pages_have_a_cap("resource.page_cap", lists, **words, make=make)  # type: ignore[arg-type]
    assert len(rows) == 4


def test_an_xml_parser_that_brings_nothing_in_is_no_find(stage: Stage) -> None:
    stage.respond = lambda asked: Answer.json({"text": "root, and nothing else"}, 201)
    endpoint = stage.endpoint("POST", body="text", media="application/xml")
    attempt = Attempt(ann(), endpoint, body="<a><b>hello</b></a>")
    security.brings_nothing_in("inj.xxe", attempt)
    sent = b"".join(asked.body for asked in stage.asked)
    assert b"<!ENTITY" in sent
    assert b"/etc/passwd" in sent


def test_a_service_that_repeats_all_headers_trusts_no_host(stage: Stage) -> None:
    stage.respond = lambda asked: Answer.json({"headers": asked.headers})
    security.presents_well("inj.host", Attempt(ann(), stage.endpoint()))


def test_a_link_that_is_made_of_the_host_is_found(stage: Stage) -> None:
    stage.respond = lambda asked: Answer.json({"url": f"http://{asked.headers['Host']}/reset"})
    with pytest.raises(Broken, match="becomes a part of the answer"):
        security.presents_well("inj.host", Attempt(ann(), stage.endpoint()))


def debug_beside_members(asked: Asked) -> Answer:
    match asked.target.rpartition("/")[2]:
        case "ann":
            return Answer.json({"name": "ann"})
        case "_debug":
            return Answer.json([{"name": "ann", "password": "tell-no-one"}])
        case _:
            return Answer.json({"title": "none"}, 404)


def members(stage: Stage) -> Attempt:
    contract = Contract(
        "Member",
        {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
    )
    endpoint = stage.endpoint(path="/members/{name}", returns={200: contract})
    return Attempt(ann(), endpoint, {"name": "ann"})


def test_what_lies_beside_the_things_of_a_collection_is_found(stage: Stage) -> None:
    stage.respond = debug_beside_members
    with pytest.raises(Broken, match="/members/_debug is open to everyone"):
        security.hides_no_path("inventory.undocumented", members(stage))


def test_a_thing_with_such_a_name_is_none(stage: Stage) -> None:
    stage.respond = lambda asked: (
        Answer.json({"name": asked.target})
        if asked.target in ("/members/ann", "/members/all")
        else Answer.json({"title": "none"}, 404)
    )
    security.hides_no_path("inventory.undocumented", members(stage))


class Shelf:
    """Keeps one thing, with what it takes of what it is sent."""

    def __init__(self, *, anything: bool, own: dict[str, object]) -> None:
        self.anything = anything
        self.thing: dict[str, object] = dict(own)

    def __call__(self, asked: Asked) -> Answer:
        sent = json.loads(asked.body or b"{}")
        taken = sent if self.anything else {key: sent[key] for key in sent if key in self.thing}
        self.thing |= taken
        return Answer.json(self.thing)


def changing(stage: Stage, shelf: Shelf, **claims: object) -> None:
    stage.respond = shelf
    fields = {name: {} for name in ("text", "pinned")}
    contract = Contract("Thing", {"type": "object", "properties": fields})
    endpoint = stage.endpoint("PATCH", body="json", returns={200: contract})
    attempt = Attempt(ann(), endpoint, body={"text": "a"})
    security.sets_only_its_own("mass_assignment", attempt, claims=claims)


def test_a_store_of_anything_keeps_words_that_mean_nothing(stage: Stage) -> None:
    changing(stage, Shelf(anything=True, own={}), is_admin=True, balance=77)


def test_a_store_of_anything_must_not_keep_what_is_declared_as_its_own(stage: Stage) -> None:
    with pytest.raises(Broken, match="`pinned` is what the client sent"):
        changing(stage, Shelf(anything=True, own={"pinned": False}), pinned=True)


def test_a_field_that_means_something_is_found_undeclared(stage: Stage) -> None:
    with pytest.raises(Broken, match="`is_admin` is what the client sent"):
        changing(stage, Shelf(anything=False, own={"is_admin": False}), is_admin=True, balance=7)


def fetching(parameter: str, fetches: bool) -> tuple[Actor, Callable[[Asked], Answer]]:
    """An actor with a token, and a service that may get its key from where a token says."""
    actor = Actor("ann").bearer(rsa.signed({"sub": "ann"}))

    def respond(asked: Asked) -> Answer:
        parts = tokens.read(asked.headers.get("Authorization", "").removeprefix("Bearer "))
        if parts is None:
            return Answer.json({"title": "no"}, 401)
        place = parts[0].get(parameter)
        if fetches and isinstance(place, str) and place.startswith("http://127.0.0.1:"):
            urlopen(place, timeout=2).close()
        genuine = parts[0].get("alg") == "RS256" and rsa.is_signed(parts[2], parts[3])
        return Answer.json({"name": "ann"}) if genuine else Answer.json({"title": "no"}, 401)

    return actor, respond


@pytest.mark.parametrize("parameter", ["jku", "x5u"])
def test_a_key_that_is_got_from_where_a_token_says_is_found(stage: Stage, parameter: str) -> None:
    actor, stage.respond = fetching(parameter, True)
    with pytest.raises(Broken, match=f"`{parameter}`"):
        security.refuses_forged("jwt.header_key", Attempt(actor, stage.endpoint()))


@pytest.mark.parametrize("parameter", ["jku", "x5u"])
def test_a_service_with_a_key_of_its_own_is_none(stage: Stage, parameter: str) -> None:
    actor, stage.respond = fetching(parameter, False)
    security.refuses_forged("jwt.header_key", Attempt(actor, stage.endpoint()))


def test_a_public_key_that_is_nowhere_is_not_looked_for_further(stage: Stage) -> None:
    actor, respond = fetching("jku", False)
    stage.respond = lambda asked: respond(asked) if asked.target == "/thing" else Answer(404)
    with pytest.raises(pytest.skip.Exception, match="no usual path"):
        security.refuses_forged("jwt.key_confusion", Attempt(actor, stage.endpoint()))


def test_where_an_upstream_leads_is_not_gone_to(stage: Stage) -> None:
    def respond(asked: Asked, *, follows: bool) -> Answer:
        url = json.loads(asked.body)["url"]
        opener = build_opener() if follows else build_opener(_Stays)
        try:
            with opener.open(url, timeout=2) as found:
                text = html.escape(found.read(1000).decode())
        except HTTPError:
            text = "it leads elsewhere"
        return Answer(200, text.encode(), (("Content-Type", "text/html"),))

    endpoint = stage.endpoint("POST", body="json")
    attempt = Attempt(ann(), endpoint, body={"url": "https://a.example/"})
    stage.respond = lambda asked: respond(asked, follows=False)
    security.trusts_no_upstream("upstream.hostile", attempt, at=["body.url"])
    stage.respond = lambda asked: respond(asked, follows=True)
    with pytest.raises(Broken, match="wherever"):
        security.trusts_no_upstream("upstream.hostile", attempt, at=["body.url"])


class _Stays(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Go nowhere."""


def test_a_word_in_a_store_of_anything_is_no_role(stage: Stage) -> None:
    stage.respond = Shelf(anything=True, own={"text": "a"})
    attempt = Attempt(ann(), stage.endpoint("PATCH", body="json"), body={"text": "a"})
    reread = Attempt(ann(), stage.endpoint())
    security.takes_no_role("authz.self_escalate", attempt, claims={"role": "admin"}, reread=reread)


def test_a_role_that_an_account_has_is_one_also_there(stage: Stage) -> None:
    stage.respond = Shelf(anything=True, own={"text": "a", "role": "member"})
    attempt = Attempt(ann(), stage.endpoint("PATCH", body="json"), body={"text": "a"})
    reread = Attempt(ann(), stage.endpoint())
    claims = {"role": "admin"}
    with pytest.raises(Broken, match="has made itself"):
        security.takes_no_role("authz.self_escalate", attempt, claims=claims, reread=reread)
