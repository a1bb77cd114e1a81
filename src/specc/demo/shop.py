"""The shop's endpoints. The order of checks is the same in all of them: who calls (401), in which
role (403), whose order it is (404), what was sent (422), and only then the state of things (409).
"""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from itertools import count
from typing import Self
from urllib.parse import unquote

import attrs

from specc.demo import flaws
from specc.demo.accounts import ADMIN, GUEST, Accounts, Caller, RateLimit
from specc.demo.contracts import Contracts, cursor_before
from specc.demo.faults import Faults
from specc.demo.orders import MOST_ORDERS_KEPT, Order, Orders, Shipping, price
from specc.demo.tokens import Tokens
from specc.serving.answers import Answer, ProblemError, json_answer
from specc.serving.wire import Request

SHIPPING_SECONDS = "0.3"
_LOG = logging.getLogger(__name__)

Endpoint = Callable[[Request, str], Answer]


@attrs.frozen(eq=False)
class Shop:
    """A shop and all that it knows. `respond` may be called from any number of threads."""

    faults: Faults
    accounts: Accounts
    tokens: Tokens
    contracts: Contracts
    orders: Orders
    shipping: Shipping
    logins: RateLimit = attrs.field(factory=RateLimit)
    # Only faults use these.
    _leak: list[bytes] = attrs.field(factory=list, init=False)
    _pages: "count[int]" = attrs.field(factory=lambda: count(1), init=False)
    _jam: threading.Lock = attrs.field(factory=threading.Lock, init=False)

    @classmethod
    def opened(cls, faults: Faults, environment: Mapping[str, str]) -> Self:
        """A shop without orders. The environment may override its secrets and, in
        SHOP_SHIPPING_SECONDS, how long after its payment an order ships.
        """
        orders = Orders()
        seconds = float(environment.get("SHOP_SHIPPING_SECONDS", SHIPPING_SECONDS))
        return cls(
            faults=faults,
            accounts=Accounts.from_environment(environment),
            tokens=Tokens(faults),
            contracts=Contracts(faults),
            orders=orders,
            shipping=Shipping(orders, seconds),
        )

    def respond(self, request: Request) -> Answer:
        """Answer a request, whatever it is; a mistake of the shop is a 500 without details."""
        try:
            answer = self._dispatch(request)
        except ProblemError as refusal:
            answer = refusal.answer
        except Exception:
            _LOG.exception("a request failed")  # for whoever runs the shop, never for the client
            answer = ProblemError(500, "the shop made a mistake").answer
        if self.faults.on("memory-leak"):
            self._leak.append(b"\xff" * flaws.LEAKED_BYTES)
        return flaws.dressed(answer, request, self.faults) if self.faults.names else answer

    def _dispatch(self, request: Request) -> Answer:
        endpoints, order_id = self._route(request.path)
        method = "GET" if request.method == "HEAD" else request.method
        if method not in endpoints:
            allowed = ", ".join([*endpoints, "HEAD"] if "GET" in endpoints else endpoints)
            raise ProblemError(405, "the method is not allowed here", (("Allow", allowed),))
        return endpoints[method](request, order_id)

    def _route(self, path: str) -> tuple[dict[str, Endpoint], str]:
        """The endpoints at a path, by method, and the order's id where the path holds one."""
        match [unquote(segment) for segment in path.split("/")[1:]]:
            case ["healthz"]:
                return {"GET": self.healthz}, ""
            case ["login"]:
                return {"POST": self.login}, ""
            case ["orders"]:
                return {"GET": self.list_orders, "POST": self.create_order}, ""
            case ["orders", order_id] if order_id:
                return {"GET": self.get_order, "DELETE": self.cancel_order}, order_id.lower()
            case ["orders", order_id, "pay"] if order_id:
                return {"POST": self.pay}, order_id.lower()
            case ["debug"] if self.faults.on("debug-endpoint-open"):
                return {"GET": lambda _request, _id: flaws.debug_page()}, ""
        raise ProblemError(404, "there is nothing at this path")

    def healthz(self, _request: Request, _id: str) -> Answer:
        """Whether the shop can serve."""
        return json_answer(200, {"status": "ok"})

    def login(self, request: Request, _id: str) -> Answer:
        """Exchange credentials for a token."""
        on = self.faults.on
        credentials = self.contracts.credentials(_json(request))
        email, password = credentials.email, credentials.password
        wait = self.logins.attempt(email)
        if wait and not on("login-without-rate-limit"):
            raise ProblemError(429, "too many attempts", (("Retry-After", str(wait)),))
        if not self.accounts.knows(email, password):
            detail = "the e-mail address or the password is wrong"
            if on("login-reveals-accounts") and email not in self.accounts.hashes:
                detail = "there is no such account"
            if on("login-echoes-password"):
                detail = f"the password {password} is wrong"
            if on("login-wrong-password-403"):
                raise ProblemError(403, detail)
            raise _unauthenticated(detail)
        self.logins.succeeded(email)
        session = {"token": self.tokens.issue(email)}
        if on("login-returns-password-hash"):
            session["password_hash"] = self.accounts.hashes[email].digest.hex()
        return json_answer(200, session)

    def create_order(self, request: Request, _id: str) -> Answer:
        """Price and keep a new order."""
        on = self.faults.on
        caller = self._customer(
            request, anonymous=on("create-serves-anonymous"), admin=on("create-open-to-admin")
        )
        try:
            draft = flaws.understood(self.contracts.order(_json(request)), self.faults)
        except ProblemError:
            if on("create-invalid-body-trace"):
                return flaws.stack_trace()
            raise
        if on("create-slow"):
            time.sleep(0.4)
        if on("create-one-at-a-time"):
            with self._jam:
                time.sleep(0.05)
        order = self.orders.place(
            caller.name,
            draft.lines,
            draft.note,
            cents=flaws.total(price(draft.lines), draft, self.faults),
            status=flaws.first_status(draft, self.faults),
        )
        if on("create-not-stored"):
            self.orders.remove(order.id)
        location = f"/order/{order.id}" if on("create-wrong-location") else f"/orders/{order.id}"
        answer = json_answer(
            200 if on("create-answers-200") else 201,
            flaws.created(order.as_json(), self.faults),
            () if on("create-omits-location") else (("Location", location),),
        )
        return (
            attrs.evolve(answer, content_type="text/html") if on("create-json-as-html") else answer
        )

    def get_order(self, request: Request, order_id: str) -> Answer:
        """Show an order to its owner or to an admin."""
        on = self.faults.on
        caller = self._caller(request) or (ADMIN if on("get-serves-anonymous") else None)
        if caller is None:
            raise _unauthenticated()
        if on("get-refuses-admin") and caller.role == "admin":
            raise ProblemError(403, "only customers may do this")
        order = self.orders.get(order_id)
        if on("get-sql-injection"):
            order = flaws.found_by_sql(self.orders, order_id)
        if order is None and (wrong := flaws.answer_for_unknown(order_id, self.faults)):
            return wrong
        order = _visible(order, caller, strangers=on("get-shows-strangers"))
        return json_answer(200, flaws.read(order.as_json(), self.faults))

    def list_orders(self, request: Request, _id: str) -> Answer:
        """Show one page of the caller's orders, newest first."""
        on = self.faults.on
        caller = self._customer(request, admin=on("list-open-to-admin"))
        wanted = self.contracts.listing(request.query)
        if on("list-slow"):
            time.sleep(0.5)
        if on("list-fails-sometimes") and next(self._pages) % 20 == 0:
            raise ProblemError(503, "the database has no free connection")
        limit = MOST_ORDERS_KEPT if on("list-ignores-limit") else wanted.limit
        found = self.orders.newest(
            None if on("list-shows-strangers") else caller.name,
            before=None if on("list-cursor-repeats") else wanted.before,
            status=None if on("list-ignores-status") else wanted.status,
            most=limit + 1,  # one more than is shown tells whether another page follows
        )
        if on("list-omits-newest") and wanted.before is None:
            found = found[1:]
        page: dict[str, object] = {"items": [order.as_json() for order in found[:limit]]}
        if on("list-id-as-number"):
            page["items"] = [order.as_json() | {"id": order.number} for order in found[:limit]]
        if len(found) > limit:
            last = found[limit if on("list-cursor-skips") else limit - 1]
            page["next"] = cursor_before(last.number)
        return json_answer(200, page)

    def pay(self, request: Request, order_id: str) -> Answer:
        """Pay an order, once; it ships a little later."""
        on = self.faults.on
        caller = self._customer(request, admin=on("pay-open-to-admin"))
        order = self.orders.get(order_id)
        if on("pay-by-stranger-behind-404") and order and order.owner != caller.name:
            self.orders.advance(order.id, "pending", "paid")
        order = _visible(order, caller, strangers=on("pay-by-stranger"))
        self.contracts.card(_json(request))
        paid = self._charge(order)
        if paid is None and on("pay-twice-accepted"):
            paid = order
        if paid is None:
            raise ProblemError(400 if on("pay-repeated-400") else 409, "the order is paid already")
        if not on("pay-never-ships"):
            self.shipping.hand_over(paid)
        return json_answer(200, paid.as_json())

    def _charge(self, order: Order) -> Order | None:
        """The order as it is after its payment; None when it was paid before."""
        if self.faults.on("pay-lost"):
            return attrs.evolve(order, status="paid")
        if self.faults.on("pay-race"):
            return flaws.paid_without_guard(self.orders, order)
        return self.orders.advance(order.id, "pending", "paid")

    def cancel_order(self, request: Request, order_id: str) -> Answer:
        """Forget an order, whatever its status."""
        on = self.faults.on
        caller = self._customer(request)
        order = self.orders.get(order_id)
        if order is None and on("cancel-unknown-204"):
            return Answer(204)
        order = _visible(order, caller, strangers=on("cancel-by-stranger"))
        if not on("cancel-keeps-order"):
            self.orders.remove(order.id, unlist=not on("cancel-leaves-listed"))
        return json_answer(200, {}) if on("cancel-answers-200") else Answer(204)

    def _caller(self, request: Request) -> Caller | None:
        """Who calls; None for nobody in particular and for credentials that are wrong."""
        key = request.headers.get("x-api-key")
        if key is not None:
            return ADMIN if self.accounts.is_admin_key(key) else None
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        email = self.tokens.subject(token.strip())
        if email is None or email not in self.accounts.hashes:
            return None
        return Caller(email, "customer")

    def _customer(
        self, request: Request, *, anonymous: bool = False, admin: bool = False
    ) -> Caller:
        """The customer who calls. The flags are faults: who is let in all the same."""
        caller = self._caller(request) or (GUEST if anonymous else None)
        if caller is None:
            raise _unauthenticated()
        if caller.role != "customer" and not admin:
            raise ProblemError(403, "only customers may do this")
        return caller


def _visible(order: Order | None, caller: Caller, *, strangers: bool) -> Order:
    """The order if the caller may know of it. To a stranger it is as if it didn't exist."""
    if order is None or not (strangers or caller.role == "admin" or caller.name == order.owner):
        raise ProblemError(404, "there is no such order")
    return order


def _json(request: Request) -> bytes:
    """The body, if it says that it is JSON. Any page may send what calls itself text or a form."""
    media, _, _ = request.headers.get("content-type", "").partition(";")
    if media.strip().lower() != "application/json":
        raise ProblemError(415, "the body must be application/json")
    return request.body


def _unauthenticated(detail: str = "a valid token or key is needed") -> ProblemError:
    return ProblemError(401, detail, (("WWW-Authenticate", "Bearer"),))
