"""What probes make of services: conditions, orders, scripts, forms of keys, and where a link leads."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from runtime.stage import Answer, Asked, Stage
from specc.runtime import Actor, Broken, security
from specc.runtime.security import Attempt
from specc.runtime.security.identities import shaped
from specc.runtime.security.urls import _leads_to
from specc.runtime.security.weak_keys import guesses


@pytest.fixture
def rows() -> Iterator[sqlite3.Connection]:
    database = sqlite3.connect(":memory:", check_same_thread=False)
    database.execute("create table purse (id integer, label text, gold integer)")
    database.executemany("insert into purse values (?, ?, ?)", [(7, "a", 3), (8, "b", 2)])
    yield database
    database.close()


def asked_for(asked: Asked, name: str) -> str:
    return parse_qs(urlsplit(asked.target).query, keep_blank_values=True).get(name, [""])[0]


def attempt(stage: Stage, value: object = None) -> Attempt:
    endpoint = stage.endpoint(query=("q",))
    return Attempt(Actor("ann"), endpoint, {} if value is None else {"q": value})


def sql_at(stage: Stage, value: object = None) -> None:
    security.takes_as_data("inj.sql", attempt(stage, value), at=["query.q"])


def quiet(rows: sqlite3.Connection, statement: str, *values: object) -> Answer:
    """The answer of a service that never shows an error of its database."""
    try:
        found = rows.execute(statement, values).fetchall()
    except sqlite3.Error:
        return Answer.json({"title": "no"}, 400)
    return Answer.json([list(row) for row in found])


def test_a_number_that_stands_in_its_own_answer_is_told_by_conditions(
    stage: Stage, rows: sqlite3.Connection
) -> None:
    stage.respond = lambda asked: quiet(
        rows, f"select * from purse where id = {asked_for(asked, 'q') or 0}"
    )
    with pytest.raises(Broken, match="understood as conditions"):
        sql_at(stage, 7)


def test_columns_to_sort_by_are_told_by_their_brackets(
    stage: Stage, rows: sqlite3.Connection
) -> None:
    stage.respond = lambda asked: quiet(
        rows, f"select * from purse order by {asked_for(asked, 'q') or 'id'}"
    )
    with pytest.raises(Broken, match="understood as conditions"):
        sql_at(stage, "label")


def test_a_search_that_finds_nothing_is_told_by_what_widens_it(
    stage: Stage, rows: sqlite3.Connection
) -> None:
    stage.respond = lambda asked: quiet(
        rows, f"select * from purse where label like '%{asked_for(asked, 'q')}%'"
    )
    with pytest.raises(Broken, match="understood as conditions"):
        sql_at(stage)


@pytest.mark.parametrize("value", [None, 7, "a"])
def test_what_is_bound_is_quiet(stage: Stage, rows: sqlite3.Connection, value: object) -> None:
    stage.respond = lambda asked: quiet(
        rows,
        "select * from purse where label like ? or id = ?",
        f"%{asked_for(asked, 'q')}%",
        asked_for(asked, "q"),
    )
    sql_at(stage, value)


def test_a_search_by_words_is_quiet(stage: Stage) -> None:
    texts = ["specc or not", "1 and 7", "text 2 9"]

    def respond(asked: Asked) -> Answer:
        words = set(re.findall(r"\w+", asked_for(asked, "q")))
        return Answer.json([text for text in texts if words & set(text.split())])

    stage.respond = respond
    sql_at(stage, "text")


def test_a_text_of_a_script_is_found(stage: Stage) -> None:
    def respond(asked: Asked) -> Answer:
        plain = asked_for(asked, "q").replace("' + '", "")
        return Answer(500) if "'" in plain else Answer.json([])

    stage.respond = respond
    with pytest.raises(Broken, match="ends a text of a script"):
        security.takes_as_data("inj.nosql", attempt(stage, "word"), at=["query.q"])


def test_a_made_up_key_keeps_its_prefix_and_its_letters() -> None:
    made = shaped("sk_live_0123456789abcdef0123456789abcdef")
    assert re.fullmatch(r"sk_live_[0-9a-f]{32}", made)
    assert made != "sk_live_0123456789abcdef0123456789abcdef"
    assert re.fullmatch(r"[A-Z][a-z]{3}[0-9]", shaped("Word7"))


@pytest.mark.parametrize(
    ("location", "leads"),
    [
        ("https://x.example/", True),
        ("//x.example", True),
        ("/\\x.example/", True),
        ("http://user@x.example/", True),
        ("/https://x.example/", False),
        ("https://here.example/?to=//x.example", False),
        ("mailto://x.example", False),
    ],
)
def test_where_a_browser_would_go(location: str, leads: bool) -> None:
    assert _leads_to(location, "x.example") is leads


@pytest.mark.parametrize(
    "key", ["secret", "Petstore-secret", "petstore_secret_key", "my-orders", "random", "changeme"]
)
def test_keys_are_guessed_by_what_a_service_is_called(key: str) -> None:
    assert key.encode() in set(guesses(["Petstore", "orders"]))


def test_an_account_is_tried_by_what_its_actor_has_sent_elsewhere(stage: Stage) -> None:
    ann = Actor("ann")
    ann.entered["log_in"] = {"email": "ann@example.com", "password": "tell-no-one"}
    endpoint = stage.endpoint("POST", body="json")
    sent: dict[str, Any] = {"email": "text@example.com", "reason": "text"}
    made = Attempt(Actor("anonymous"), endpoint, body=sent, like=ann)
    assert made.body == {"email": "ann@example.com", "reason": "text"}


def test_a_reset_that_tells_is_found_and_one_that_does_not_is_quiet(stage: Stage) -> None:
    ann = Actor("ann")
    ann.entered["log_in"] = {"email": "ann@example.com", "password": "tell-no-one"}
    endpoint = stage.endpoint("POST", body="json")

    def reset() -> None:
        made = Attempt(Actor("anonymous"), endpoint, body={"email": "x@example.com"}, like=ann)
        security.hides_accounts("auth.enumeration", made, account="email")

    stage.respond = lambda asked: Answer.json({"sent": True}, 202)
    reset()
    stage.respond = lambda asked: Answer(202 if b"ann@example.com" in asked.body else 404)
    with pytest.raises(Broken, match="told from one that does not"):
        reset()
