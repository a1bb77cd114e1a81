"""An account that came with the software is still there."""

from __future__ import annotations

from specc.selftest.desk import on_desk
from specc.selftest.desk_accounts import Accounts


def _accounts() -> Accounts:
    accounts = Accounts()
    accounts.make("admin@localhost", "password")
    return accounts


TWIN = on_desk(accounts=_accounts)
