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
        pytest.param(Fill("data.password", 72), id="data.password.maximum_length"),
        pytest.param(Fill("data.password", 71), id="data.password.near_maximum_length"),
        pytest.param(
            Append("data.password", "👩\u200d👩\u200d👧 🇪🇺"), id="data.password.emoji"
        ),
        pytest.param(
            Append("data.password", "שלום عالم"), id="data.password.right_to_left"
        ),
        pytest.param(Append("data.password", "éñü"), id="data.password.composed"),
        pytest.param(
            Append("data.password", "e\u0301n\u0303u\u0308"),
            id="data.password.decomposed",
        ),
        pytest.param(Put("data.nickname", "text"), id="data.nickname.present"),
    ],
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
        pytest.param(Drop("data"), id="data.missing"),
        pytest.param(Drop("data.password"), id="data.password.missing"),
        pytest.param(Put("data.password", None), id="data.password.null"),
        pytest.param(Put("data.password", 12345), id="data.password.wrong_type"),
        pytest.param(Put("data.password", ""), id="data.password.too_short"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", b'{"text": "\xff"}'), id="body.not_utf8"),
        pytest.param(Put("", {}), id="body.object"),
        pytest.param(Put("", b""), id="body.empty"),
    ],
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
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("data.specc_unknown", "text"), id="data.unknown_field"),
        pytest.param(Put("data.password", "'\"`;--%s\\"), id="data.password.quotes"),
        pytest.param(Put("data.password", "a\x00b"), id="data.password.nul"),
        pytest.param(
            Put("data.password", "\u202ea\u202c\ufeff"),
            id="data.password.bidi_override",
        ),
        pytest.param(Put("data.password", "\ud800"), id="data.password.lone_surrogate"),
        pytest.param(Put("data.password", " "), id="data.password.blank"),
        pytest.param(Repeat("data"), id="body.repeated_key"),
    ],
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
