"""A client of the shop that the tests look through."""

import json
from contextlib import closing
from email.message import Message
from http.client import HTTPConnection
from typing import Any

import attrs

NOWHERE = "00000000-0000-4000-8000-000000000000"
PASSWORDS = {
    "alice": "wonderland",
    "bob": "can-we-fix-it",
    "carol": "sing-a-carol",
}


@attrs.frozen
class Seen:
    """One answer, as it came."""

    status: int
    headers: Message
    body: bytes

    @property
    def json(self) -> Any:
        """The body, which must be JSON."""
        return json.loads(self.body)

    def is_problem(self, status: int) -> bool:
        """Whether this is a problem (RFC 9457) of that status."""
        return (
            self.status == status
            and self.headers["Content-Type"] == "application/problem+json"
            and self.json["status"] == status
            and bool(self.json["title"])
        )


@attrs.frozen(eq=False)
class Visitor:
    """Calls the shop at `url`, each time on a fresh connection, so that threads may share it."""

    url: str
    _tokens: dict[str, str] = attrs.field(factory=dict, init=False)

    @property
    def address(self) -> tuple[str, int]:
        """Host and port."""
        host, _, port = self.url.removeprefix("http://").partition(":")
        return host, int(port)

    def call(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        by: str | None = "alice",
        headers: dict[str, str] | None = None,
    ) -> Seen:
        """Send a request: as a customer, as the admin `root`, or (None) as nobody.

        A body that is bytes goes as it is, any other as JSON.
        """
        raw = body if body is None or isinstance(body, bytes) else json.dumps(body)
        sent = self.credentials(by) | (headers or {})
        if body is not None:
            sent.setdefault("Content-Type", "application/json")
        with closing(HTTPConnection(*self.address, timeout=10)) as connection:
            connection.request(method, path, raw, sent)
            answer = connection.getresponse()
            return Seen(answer.status, answer.headers, answer.read())

    def credentials(self, by: str | None) -> dict[str, str]:
        """The headers that prove who calls."""
        if by is None:
            return {}
        if by == "root":
            return {"X-API-Key": "demo-admin"}
        if by not in self._tokens:
            self._tokens[by] = self.login(f"{by}@example.com", PASSWORDS[by]).json["token"]
        return {"Authorization": f"Bearer {self._tokens[by]}"}

    def login(self, email: object, password: object) -> Seen:
        """Try to log in."""
        return self.call("POST", "/login", {"email": email, "password": password}, by=None)

    def create(self, quantity: object = 2, *, by: str | None = "alice", **fields: object) -> Seen:
        """Order so many A1; `fields` are added to the body, or replace its lines."""
        body = {"lines": [{"sku": "A1", "quantity": quantity}]} | fields
        return self.call("POST", "/orders", body, by=by)

    def order(self, *, by: str = "alice") -> str:
        """The id of a new order."""
        return str(self.create(by=by).json["id"])

    def read(self, order_id: str, *, by: str | None = "alice") -> Seen:
        """Get an order."""
        return self.call("GET", f"/orders/{order_id}", by=by)

    def pay(self, order_id: str, card: object = "4242424242424242", *, by: str = "alice") -> Seen:
        """Pay an order."""
        return self.call("POST", f"/orders/{order_id}/pay", {"card": card}, by=by)

    def cancel(self, order_id: str, *, by: str = "alice") -> Seen:
        """Cancel an order."""
        return self.call("DELETE", f"/orders/{order_id}", by=by)

    def page(self, query: str = "", *, by: str | None = "alice") -> Seen:
        """List orders."""
        return self.call("GET", f"/orders?{query}", by=by)

    def listed(self, query: str = "") -> list[str]:
        """The ids of the orders on a page."""
        return [order["id"] for order in self.page(query).json["items"]]
