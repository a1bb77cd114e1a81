"""Orders in memory: what they cost, how they are kept, and the worker that ships paid ones."""

import queue
import threading
import time
import uuid
from datetime import UTC, datetime
from itertools import count
from typing import Literal, get_args

import attrs

Status = Literal["pending", "paid", "shipped"]
STATUSES: tuple[Status, ...] = get_args(Status)

# A customer's oldest orders make room for new ones, so that a shop can run under load for days.
MOST_ORDERS_KEPT = 10_000


@attrs.frozen
class Line:
    """Some pieces of one article."""

    sku: str
    quantity: int


@attrs.frozen
class Order:
    """One order. `number` orders all orders by age; money is in whole cents, which are exact."""

    number: int
    id: str
    owner: str
    status: Status
    cents: int
    placed_at: str
    lines: tuple[Line, ...]
    note: str | None

    def as_json(self) -> dict[str, object]:
        """The order as the API shows it."""
        return {
            "id": self.id,
            "status": self.status,
            # The float nearest to a whole number of cents prints as just that: 19.98.
            "total": self.cents / 100,
            "placed_at": self.placed_at,
            "lines": [{"sku": line.sku, "quantity": line.quantity} for line in self.lines],
            "note": self.note,
        }


def price(lines: tuple[Line, ...]) -> int:
    """What the lines cost, in cents. Every sku has a price of 0.01 to 100.00; A1 costs 9.99."""
    return sum(line.quantity * _unit_price(line.sku) for line in lines)


def _unit_price(sku: str) -> int:
    value = 0
    for character in sku:
        value = 31 * value + ord(character)
    return 1 + (7 * value + 6_550) % 10_000


@attrs.frozen(eq=False)
class Orders:
    """All orders; every operation is atomic."""

    _by_id: dict[str, Order] = attrs.field(factory=dict, init=False)
    _by_owner: dict[str, dict[str, Order]] = attrs.field(factory=dict, init=False)
    _numbers: "count[int]" = attrs.field(factory=lambda: count(1), init=False)
    _lock: threading.Lock = attrs.field(factory=threading.Lock, init=False)

    def place(
        self,
        owner: str,
        lines: tuple[Line, ...],
        note: str | None,
        *,
        cents: int,
        status: Status = "pending",
    ) -> Order:
        """Keep a new order under a fresh id."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        with self._lock:
            number = next(self._numbers)
            order = Order(number, str(uuid.uuid4()), owner, status, cents, now, lines, note)
            owned = self._by_owner.setdefault(owner, {})
            self._by_id[order.id] = owned[order.id] = order
            if len(owned) > MOST_ORDERS_KEPT:
                oldest = next(iter(owned))
                del owned[oldest]
                self._by_id.pop(oldest, None)
        return order

    def get(self, order_id: str) -> Order | None:
        """The order of that id, if there is one."""
        return self._by_id.get(order_id)

    def newest(
        self, owner: str | None, *, before: int | None, status: Status | None, most: int
    ) -> list[Order]:
        """Up to `most` orders, newest first: those of one owner, or all when `owner` is None.

        `before` leaves out orders whose number is not below it, `status` all of another status.
        """
        found: list[Order] = []
        with self._lock:
            orders = self._by_id if owner is None else self._by_owner.get(owner, {})
            for order in reversed(orders.values()):
                if len(found) == most:
                    break
                if (before is None or order.number < before) and status in (None, order.status):
                    found.append(order)
        return found

    def advance(self, order_id: str, since: Status, to: Status) -> Order | None:
        """Move an order from one status to another; None when it isn't in the first, or is gone."""
        with self._lock:
            order = self._by_id.get(order_id)
            if order is None or order.status != since:
                return None
            order = attrs.evolve(order, status=to)
            self._by_id[order_id] = self._by_owner[order.owner][order_id] = order
        return order

    def remove(self, order_id: str, *, unlist: bool = True) -> bool:
        """Forget an order; whether it was there. Without `unlist` its owner's list keeps it."""
        with self._lock:
            order = self._by_id.pop(order_id, None)
            if order is not None and unlist:
                del self._by_owner[order.owner][order_id]
        return order is not None


@attrs.frozen(eq=False)
class Shipping:
    """A background worker: ships each order so many seconds after it was handed over."""

    _orders: Orders
    _seconds: float
    _parcels: "queue.SimpleQueue[tuple[float, str] | None]" = attrs.field(
        factory=queue.SimpleQueue, init=False
    )
    _closing: threading.Event = attrs.field(factory=threading.Event, init=False)

    def start(self) -> None:
        """Begin to work, in a thread that doesn't keep the process alive."""
        threading.Thread(target=self._work, name="shipping", daemon=True).start()

    def hand_over(self, order: Order) -> None:
        """Have a paid order shipped."""
        self._parcels.put((time.monotonic() + self._seconds, order.id))

    def stop(self) -> None:
        """Stop working; what is not shipped by now never is."""
        self._closing.set()
        self._parcels.put(None)

    def _work(self) -> None:
        # The delay is the same for all, so the first parcel handed over is the first due.
        while (parcel := self._parcels.get()) is not None:
            due, order_id = parcel
            if self._closing.wait(due - time.monotonic()):
                return
            self._orders.advance(order_id, "paid", "shipped")
