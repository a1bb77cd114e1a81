"""The key is public, and taken for whatever a token says that it is signed by."""

from __future__ import annotations

from typing import Any

from specc.selftest import rsa, tokens
from specc.selftest.desk import on_desk
from specc.selftest.desk_accounts import Accounts


class _Accounts(Accounts):
    def claims_of(self, token: str) -> dict[str, Any] | None:
        parts = tokens.read(token)
        if parts is not None and parts[0].get("alg") == "HS256":
            genuine = tokens.signature(rsa.public_pem(), parts[2]) == parts[3]
            return parts[1] if genuine else None
        return super().claims_of(token)


TWIN = on_desk(accounts=_Accounts)
