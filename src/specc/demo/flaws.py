"""What some faults do, where that takes more than a changed condition at the place they bite.

The injections are real where that is harmless (SQL on a database made for the one look-up) and
played where it is not: no input is ever run as a template or by a shell.
"""

import platform
import re
import sqlite3
import time
import traceback
from contextlib import closing

import attrs

from specc.demo.contracts import Draft
from specc.demo.faults import Faults
from specc.demo.orders import STATUSES, Order, Orders, Status
from specc.serving.answers import Answer, ProblemError, json_answer
from specc.serving.wire import Request

LEAKED_BYTES = 16_384

_STATEMENT = "SELECT id FROM orders WHERE id = '?'"
_FACTORS = r"([0-9]{1,9})\s*\\?\*\s*([0-9]{1,9})"
_TEMPLATE = re.compile(r"\{\{\s*" + _FACTORS + r"\s*\}\}")
_SHELL = re.compile(r"\$\(\(\s*" + _FACTORS + r"\s*\)\)")


def understood(draft: Draft, faults: Faults) -> Draft:
    """The draft of an order, as a faulty `create_order` understands it."""
    note = draft.note
    if note is not None and faults.on("create-evaluates-template"):
        note = _TEMPLATE.sub(_product, note)
    if note is not None and faults.on("create-evaluates-shell"):
        note = _SHELL.sub(_product, note)
    return attrs.evolve(draft, note=note)


def _product(factors: re.Match[str]) -> str:
    return str(int(factors[1]) * int(factors[2]))


def total(cents: int, draft: Draft, faults: Faults) -> int:
    """The cents that a faulty `create_order` asks for, where `cents` is right."""
    claimed = draft.readonly.get("total")
    if faults.on("create-honours-total") and isinstance(claimed, int | float):
        return round(min(max(claimed, 0), 1e9) * 100)
    if faults.on("create-rounds-total"):
        return round(cents / 10) * 10
    return cents


def first_status(draft: Draft, faults: Faults) -> Status:
    """The status in which a faulty `create_order` keeps a new order."""
    if faults.on("create-honours-status"):
        for status in STATUSES:
            if status == draft.readonly.get("status"):
                return status
    return "pending"


def created(shown: dict[str, object], faults: Faults) -> dict[str, object]:
    """A new order, as a faulty `create_order` shows it."""
    if faults.on("create-omits-placed-at"):
        del shown["placed_at"]
    if faults.on("create-leaks-cost"):
        shown["unit_cost"] = 4.2
    if faults.on("create-total-as-string"):
        shown["total"] = str(shown["total"])
    if faults.on("create-naive-datetime"):
        shown["placed_at"] = str(shown["placed_at"]).removesuffix("Z")
    if faults.on("create-unknown-status"):
        shown["status"] = "new"
    return shown


def read(shown: dict[str, object], faults: Faults) -> dict[str, object]:
    """An order, as a faulty `get_order` shows it."""
    if faults.on("get-stale-status"):
        shown["status"] = "pending"
    if faults.on("get-null-placed-at"):
        shown["placed_at"] = None
    return shown


def found_by_sql(orders: Orders, order_id: str) -> Order | None:
    """Look an order up the way one must not: its id becomes a part of the statement."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE orders (id TEXT)")
        everything = orders.newest(None, before=None, status=None, most=1_000)
        database.executemany("INSERT INTO orders VALUES (?)", [(order.id,) for order in everything])
        try:
            row = database.execute(_STATEMENT.replace("?", order_id)).fetchone()
        except sqlite3.Error as error:
            raise ProblemError(500, f"sqlite3: {error}") from error
    return orders.get(row[0]) if row else None


def paid_without_guard(orders: Orders, order: Order) -> Order | None:
    """Pay an order the way one must not: what was read earlier decides, not what is true now."""
    if order.status != "pending":
        return None
    time.sleep(0.1)
    return orders.advance(order.id, "pending", "paid") or orders.get(order.id)


def answer_for_unknown(order_id: str, faults: Faults) -> Answer | None:
    """The wrong answer of a faulty `get_order` for an id that it doesn't know, if it has one."""
    if faults.on("get-unknown-200"):
        return Answer(200, b"null")
    if faults.on("get-unknown-500"):
        raise ProblemError(500, "list index out of range")
    if faults.on("get-reflects-html") and "<" in order_id:
        return Answer(404, f"<p>There is no order {order_id}.</p>".encode(), "text/html")
    return None


def stack_trace() -> Answer:
    """The exception that is being handled, shown to the whole world."""
    return Answer(500, traceback.format_exc().encode(), "text/plain")


def debug_page() -> Answer:
    """What nobody outside should be able to read."""
    return json_answer(200, {"python": platform.python_version(), "debug": True})


def dressed(answer: Answer, request: Request, faults: Faults) -> Answer:
    """The answer with the headers that a faulty shop sends."""
    headers = answer.headers
    if faults.on("server-banner"):
        headers += (("Server", "DemoShop/1.4.2 Python/3.11.7"),)
    if faults.on("nosniff-missing"):
        headers = tuple(header for header in headers if header[1] != "nosniff")
    if faults.on("cors-any-origin") and "origin" in request.headers:
        headers += (
            ("Access-Control-Allow-Origin", request.headers["origin"]),
            ("Access-Control-Allow-Credentials", "true"),
        )
    return attrs.evolve(answer, headers=headers)
