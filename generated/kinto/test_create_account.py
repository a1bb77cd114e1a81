"""PUT /accounts/{id} keeps what specs/kinto.bts:81 says.

Anyone may take a name that is free; from then on it answers to its password alone.
"""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    Response,
    expect,
    obligation,
    reads_back,
    survived,
    unique,
)

from .contracts import AccountAnswer, Error
from .endpoints import create_account, get_account

BODY = {"data": {"password": "tea-party"}}


@obligation("create_account.conforms", "specs/kinto.bts:84")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        anonymous.call(create_account, {"id": unique("carol")}, body=BODY),
        201,
        AccountAnswer,
    )


@obligation("create_account.accepts", "specs/kinto.bts:84")
@pytest.mark.parametrize(
    "change",
    [
        Put("data.password", "a", "minimum_length"),
        Put("data.password", "a" * 72, "maximum_length"),
        Put("data.password", "aa", "near_minimum_length"),
        Put("data.password", "a" * 71, "near_maximum_length"),
        Put("data.password", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("data.password", "שלום عالم", "right_to_left"),
        Put("data.password", "éñü", "composed"),
        Put("data.password", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("data.password", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Put("data.nickname", "text", "present"),
    ],
    ids=str,
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        anonymous.call(create_account, {"id": unique("carol")}, body=change(BODY)),
        (201, 200),
    )


@obligation("create_account.rejects", "specs/kinto.bts:86")
@pytest.mark.parametrize(
    "change",
    [
        Drop("data", "missing"),
        Put("data", None, "null"),
        Put("data", "text", "wrong_type"),
        Drop("data.password", "missing"),
        Put("data.password", None, "null"),
        Put("data.password", 12345, "wrong_type"),
        Put("data.password", "", "too_short"),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", "text", id="body.wrong_type"),
        Put("", None, id="body.null"),
        Put("", [], id="body.list"),
        Put("", {}, id="body.object"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_rejects(anonymous: Actor, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(
        anonymous.call(create_account, {"id": unique("carol")}, body=change(BODY)),
        400,
        Error,
    )


@obligation("create_account.rejects.body.wrong_media_type", "specs/kinto.bts:86")
def test_rejects_media_type(anonymous: Actor) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        anonymous.call(
            create_account, {"id": unique("carol")}, body=BODY, media="text/plain"
        ),
        (400, 415),
    )


@obligation("create_account.rejects", "specs/kinto.bts:81")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "no match ☃!", id="path.id.pattern_mismatch"),
        Put("id", "!A", id="path.id.pattern_prefix"),
        Put("id", "A!", id="path.id.pattern_suffix"),
    ],
    ids=str,
)
def test_rejects_params(anonymous: Actor, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        anonymous.call(create_account, change({"id": unique("carol")}), body=BODY),
        "4xx",
    )


@obligation("create_account.survives", "specs/kinto.bts:81")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("data.specc_unknown", "text", id="data.unknown_field"),
        Put("data.password", "'\"`;--%s\\", "quotes"),
        Put("data.password", "a\x00b", "nul"),
        Put("data.password", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("data.password", "\ud800", "lone_surrogate"),
        Put("data.password", " ", "blank"),
        Repeat("data", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(create_account, {"id": unique("carol")}, body=change(BODY)))


@obligation("create_account.repeated", "specs/kinto.bts:87")
def test_repeated(anonymous: Actor) -> None:
    """The same call a second time is answered 401."""
    same = unique("carol")
    expect(anonymous.call(create_account, {"id": same}, body=BODY), 201, AccountAnswer)
    expect(anonymous.call(create_account, {"id": same}, body=BODY), 401, Error)


@obligation("create_account.creates", "specs/kinto.bts:88")
def test_creates(new_alice: Actor, new_account: Response) -> None:
    """The Account that it makes can be read by who it is."""
    again = expect(
        new_alice.call(get_account, {"id": new_account["data"]["id"]}),
        200,
        AccountAnswer,
    )
    reads_back(again["data"], new_account["data"], ["nickname"])
