"""The key is public, and taken for whatever a token says that it is signed by."""

from __future__ import annotations

from typing import Any

from specc.selftest import rsa, tokens
from specc.selftest.asked import Asked
from specc.selftest.desk import Desk, on_desk
from specc.selftest.desk_accounts import Accounts
from specc.serving.answers import Answer, json_answer


class _Accounts(Accounts):
    def claims_of(self, token: str) -> dict[str, Any] | None:
        parts = tokens.read(token)
        if parts is not None and parts[0].get("alg") == "HS256":
            genuine = tokens.signature(rsa.public_pem(), parts[2]) == parts[3]
            return parts[1] if genuine else None
        return super().claims_of(token)


def _flaw(desk: Desk, asked: Asked) -> Answer:
    if asked.segments == (".well-known", "jwks.json"):
        return json_answer(200, {"keys": [rsa.KEY]})
    return desk(asked)


TWIN = on_desk(_flaw, accounts=_Accounts)
