"""What is for refreshing opens everything, too."""

from __future__ import annotations

from specc.selftest.desk import on_desk
from specc.selftest.desk_accounts import Accounts


class _Accounts(Accounts):
    def subject(self, token: str) -> str | None:
        claims = self.claims_of(token)
        return None if claims is None else self.sessions.get(str(claims.get("sid")))


TWIN = on_desk(accounts=_Accounts)
