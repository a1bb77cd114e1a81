"""PUT /accounts/{id} keeps what specs/kinto.bts:79 says.

Anyone may take a name that is free; from then on it answers to its password alone.
"""

import pytest
from specc.runtime import Actor, Change, Drop, Put, expect, obligation, unique

from .contracts import AccountAnswer, Error
from .endpoints import create_account

BODY = {"data": {"password": "tea-party"}}


@obligation("create_account.conforms", "specs/kinto.bts:82")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        anonymous.call(create_account, {"id": unique("carol")}, body=BODY),
        201,
        AccountAnswer,
    )


@obligation("create_account.accepts", "specs/kinto.bts:82")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("data.password", "a"), id="data.password.minimum_length"),
        pytest.param(Put("data.password", "a" * 72), id="data.password.maximum_length"),
    ],
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        anonymous.call(create_account, {"id": unique("carol")}, body=change(BODY)),
        (201, 200),
    )


@obligation("create_account.rejects", "specs/kinto.bts:84")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("data"), id="data.missing"),
        pytest.param(Put("data", None), id="data.null"),
        pytest.param(Put("data", "text"), id="data.wrong_type"),
        pytest.param(Drop("data.password"), id="data.password.missing"),
        pytest.param(Put("data.password", None), id="data.password.null"),
        pytest.param(Put("data.password", 12345), id="data.password.wrong_type"),
        pytest.param(Put("data.password", ""), id="data.password.too_short"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
    ],
)
def test_rejects(anonymous: Actor, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(
        anonymous.call(create_account, {"id": unique("carol")}, body=change(BODY)),
        400,
        Error,
    )


@obligation("create_account.repeated", "specs/kinto.bts:85")
def test_repeated(anonymous: Actor) -> None:
    """The same call a second time is answered 401."""
    same = unique("carol")
    expect(anonymous.call(create_account, {"id": same}, body=BODY), 201, AccountAnswer)
    expect(anonymous.call(create_account, {"id": same}, body=BODY), 401, Error)
