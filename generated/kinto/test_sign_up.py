"""POST /accounts keeps what specs/kinto.bts:102 says.

The same with the name in the body.
"""

import pytest
from specc.runtime import (
    Actor,
    Append,
    Change,
    Drop,
    Fill,
    Put,
    Repeat,
    expect,
    obligation,
    survived,
    unique,
)

from .contracts import AccountAnswer, Error
from .endpoints import sign_up


@obligation("sign_up.conforms", "specs/kinto.bts:105")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        anonymous.call(
            sign_up, body={"data": {"password": unique("pw"), "id": unique("account")}}
        ),
        201,
        AccountAnswer,
    )


@obligation("sign_up.accepts", "specs/kinto.bts:105")
@pytest.mark.parametrize(
    "change",
    [
        Fill("data.password", 72, "maximum_length"),
        Fill("data.password", 71, "near_maximum_length"),
        Append("data.password", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Append("data.password", "שלום عالم", "right_to_left"),
        Append("data.password", "éñü", "composed"),
        Append("data.password", "e\u0301n\u0303u\u0308", "decomposed"),
        Append("data.password", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Put("data.nickname", "text", "present"),
    ],
    ids=str,
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        anonymous.call(
            sign_up,
            body=change({"data": {"password": unique("pw"), "id": unique("account")}}),
        ),
        (201, 200),
    )


@obligation("sign_up.rejects", "specs/kinto.bts:102")
@pytest.mark.parametrize(
    "change",
    [
        Drop("data", "missing"),
        Drop("data.password", "missing"),
        Put("data.password", None, "null"),
        Put("data.password", 12345, "wrong_type"),
        Put("data.password", "", "too_short"),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", {}, id="body.object"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_rejects(anonymous: Actor, change: Change) -> None:
    """An invalid body is answered 4xx."""
    expect(
        anonymous.call(
            sign_up,
            body=change({"data": {"password": unique("pw"), "id": unique("account")}}),
        ),
        "4xx",
    )


@obligation("sign_up.rejects.body.wrong_media_type", "specs/kinto.bts:102")
def test_rejects_media_type(anonymous: Actor) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        anonymous.call(
            sign_up,
            body={"data": {"password": unique("pw"), "id": unique("account")}},
            media="text/plain",
        ),
        ("4xx", 415),
    )


@obligation("sign_up.survives", "specs/kinto.bts:102")
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
    survived(
        anonymous.call(
            sign_up,
            body=change({"data": {"password": unique("pw"), "id": unique("account")}}),
        )
    )


@obligation("sign_up.repeated", "specs/kinto.bts:108")
def test_repeated(anonymous: Actor) -> None:
    """The same call a second time is answered 401."""
    same = unique("pw")
    same_2 = unique("account")
    expect(
        anonymous.call(sign_up, body={"data": {"password": same, "id": same_2}}),
        201,
        AccountAnswer,
    )
    expect(
        anonymous.call(sign_up, body={"data": {"password": same, "id": same_2}}),
        401,
        Error,
    )
