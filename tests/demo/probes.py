"""One probe for each fault: whether a shop shows it. A healthy shop shows none."""

import base64
import hmac
import json
import time
import tracemalloc
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

from .visitor import NOWHERE, Seen, Visitor

Probe = Callable[[Visitor], bool]

LINE = {"sku": "A1", "quantity": 1}


def _encoded(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def _listing_with(shop: Visitor, token: str) -> int:
    bearer = {"Authorization": f"Bearer {token}"}
    return shop.call("GET", "/orders", by=None, headers=bearer).status


def _token(shop: Visitor) -> list[str]:
    return shop.credentials("alice")["Authorization"].removeprefix("Bearer ").split(".")


def altered_signature(shop: Visitor) -> bool:
    header, claims, signature = _token(shop)
    return _listing_with(shop, f"{header}.{claims}.{signature[::-1]}") == 200


def unsigned_token(shop: Visitor) -> bool:
    claims = _token(shop)[1]
    return _listing_with(shop, f"{_encoded({'alg': 'nOnE'})}.{claims}.") == 200


def guessable_key(shop: Visitor) -> bool:
    header, claims, signature = _token(shop)
    digest = hmac.digest(b"secret", f"{header}.{claims}".encode(), "sha256")
    return signature == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def foreign_origin(shop: Visitor) -> bool:
    seen = shop.call("GET", "/healthz", headers={"Origin": "https://evil.example"})
    return seen.headers["Access-Control-Allow-Origin"] == "https://evil.example"


def kept_memory(shop: Visitor) -> bool:
    tracemalloc.start()
    try:
        for _ in range(64):
            shop.call("GET", "/healthz", by=None)
        return tracemalloc.get_traced_memory()[0] > 64 * 12_000
    finally:
        tracemalloc.stop()


def unlimited_logins(shop: Visitor) -> bool:
    email = f"{uuid.uuid4()}@example.com"
    return [shop.login(email, "guess-guess").status for _ in range(31)][-1] != 429


def account_revealed(shop: Visitor) -> bool:
    known, unknown = (shop.login(f"{who}@example.com", "guess-guess") for who in ("bob", "eve"))
    return known.body != unknown.body


def dangling_location(shop: Visitor) -> bool:
    location = shop.create().headers["Location"]
    return location is not None and shop.call("GET", location).status == 404


def _lines(shop: Visitor, count: int) -> int:
    return shop.create(lines=[LINE] * count).status


def invalid_body_traced(shop: Visitor) -> bool:
    seen = shop.call("POST", "/orders", b"{")
    return seen.status == 500 and b"Traceback" in seen.body


def total_from_client(shop: Visitor) -> bool:
    return bool(shop.create(total=0.01).json["total"] == 0.01)


def one_at_a_time(shop: Visitor) -> bool:
    shop.credentials("alice")
    began = time.monotonic()
    with ThreadPoolExecutor(6) as pool:
        for answer in [pool.submit(shop.create) for _ in range(6)]:
            answer.result()
    return time.monotonic() - began > 0.28


def slow(call: Callable[[], Seen], seconds: float) -> bool:
    began = time.monotonic()
    call()
    return time.monotonic() - began > seconds


def stale_after_payment(shop: Visitor) -> bool:
    order = shop.order()
    paid = shop.pay(order).status
    return paid == 200 and shop.read(order).json["status"] == "pending"


def true_injection(shop: Visitor) -> bool:
    order = shop.order()
    true, false = (shop.read(order + quote(f"' and '1'='{digit}")).status for digit in (1, 2))
    return (true, false) == (200, 404)


def markup_reflected(shop: Visitor) -> bool:
    seen = shop.read(quote("<b>hi<b>"))
    return seen.headers["Content-Type"] == "text/html" and b"<b>hi<b>" in seen.body


def stranger_listed(shop: Visitor) -> bool:
    return shop.order(by="bob") in shop.listed()


def limit_ignored(shop: Visitor) -> bool:
    for _ in range(2):
        shop.order()
    return len(shop.listed("limit=1")) > 1


def filter_ignored(shop: Visitor) -> bool:
    return shop.order() in shop.listed("status=shipped")


def second_page(shop: Visitor) -> tuple[list[str], list[str]]:
    """The ids of the three newest orders, and of those on the second page of one."""
    placed = [shop.order() for _ in range(3)][::-1]
    cursor = shop.page("limit=1").json["next"]
    return placed, shop.listed(f"limit=1&cursor={cursor}")


def cursor_repeats(shop: Visitor) -> bool:
    placed, second = second_page(shop)
    return second == placed[:1]


def cursor_skips(shop: Visitor) -> bool:
    placed, second = second_page(shop)
    return second == placed[2:]


def numeric_ids(shop: Visitor) -> bool:
    shop.order()
    return isinstance(shop.page().json["items"][0]["id"], int)


def failing_pages(shop: Visitor) -> bool:
    return 503 in [shop.page("limit=1").status for _ in range(20)]


def paid_twice(shop: Visitor, second: int) -> bool:
    order = shop.order()
    return [shop.pay(order).status, shop.pay(order).status] == [200, second]


def payment_lost(shop: Visitor) -> bool:
    order = shop.order()
    return shop.pay(order).status == 200 and order in shop.listed("status=pending&limit=100")


def never_shipped(shop: Visitor) -> bool:
    order = shop.order()
    shop.pay(order)
    deadline = time.monotonic() + 1.2
    while time.monotonic() < deadline:
        if shop.read(order).json["status"] == "shipped":
            return False
        time.sleep(0.03)
    return True


def paid_in_secret(shop: Visitor) -> bool:
    order = shop.order()
    return shop.pay(order, by="bob").status == 404 and shop.read(order).json["status"] != "pending"


def payments_race(shop: Visitor) -> bool:
    order = shop.order()
    with ThreadPoolExecutor(4) as pool:
        answers = [pool.submit(shop.pay, order) for _ in range(4)]
        return sum(answer.result().status == 200 for answer in answers) > 1


def survives_cancelling(shop: Visitor) -> bool:
    order = shop.order()
    return shop.cancel(order).status == 204 and shop.read(order).status == 200


def listed_after_cancelling(shop: Visitor) -> bool:
    order = shop.order()
    shop.cancel(order)
    return shop.read(order).status == 404 and order in shop.listed()


PROBES: dict[str, Probe] = {
    "debug-endpoint-open": lambda shop: shop.call("GET", "/debug").status == 200,
    "jwt-signature-ignored": altered_signature,
    "jwt-alg-none-accepted": unsigned_token,
    "jwt-weak-secret": guessable_key,
    "server-banner": lambda shop: "Server" in shop.call("GET", "/healthz").headers,
    "nosniff-missing": lambda shop: "X-Content-Type-Options" not in shop.page().headers,
    "cors-any-origin": foreign_origin,
    "memory-leak": kept_memory,
    "login-wrong-password-403": lambda s: s.login("bob@example.com", "guess-guess").status == 403,
    "login-returns-password-hash": lambda shop: (
        "password_hash" in shop.login("alice@example.com", "wonderland").json
    ),
    "login-accepts-short-password": lambda s: s.login("bob@example.com", "1234567").status == 401,
    "login-without-rate-limit": unlimited_logins,
    "login-reveals-accounts": account_revealed,
    "login-echoes-password": lambda s: b"guess-me" in s.login("eve@example.com", "guess-me").body,
    "create-answers-200": lambda shop: shop.create().status == 200,
    "create-omits-location": lambda shop: "Location" not in shop.create().headers,
    "create-wrong-location": dangling_location,
    "create-omits-placed-at": lambda shop: "placed_at" not in shop.create().json,
    "create-leaks-cost": lambda shop: "unit_cost" in shop.create().json,
    "create-total-as-string": lambda shop: shop.create().json["total"] == "19.98",
    "create-rounds-total": lambda shop: shop.create().json["total"] == 20,
    "create-naive-datetime": lambda shop: not shop.create().json["placed_at"].endswith("Z"),
    "create-unknown-status": lambda shop: shop.create().json["status"] == "new",
    "create-json-as-html": lambda shop: shop.create().headers["Content-Type"] == "text/html",
    "create-serves-anonymous": lambda shop: shop.create(by=None).status == 201,
    "create-open-to-admin": lambda shop: shop.create(by="root").status == 201,
    "create-accepts-quantity-0": lambda shop: shop.create(0).status == 201,
    "create-accepts-quantity-101": lambda shop: shop.create(101).status == 201,
    "create-refuses-quantity-100": lambda shop: shop.create(100).status == 422,
    "create-accepts-quantity-as-text": lambda shop: shop.create("5").status == 201,
    "create-accepts-any-sku": lambda shop: (
        shop.create(lines=[{"sku": "what", "quantity": 1}]).status == 201
    ),
    "create-accepts-no-lines": lambda shop: _lines(shop, 0) == 201,
    "create-accepts-51-lines": lambda shop: _lines(shop, 51) == 201,
    "create-refuses-50-lines": lambda shop: _lines(shop, 50) == 422,
    "create-accepts-note-501": lambda shop: shop.create(note="x" * 501).status == 201,
    "create-refuses-note-500": lambda shop: shop.create(note="x" * 500).status == 422,
    "create-refuses-null-note": lambda shop: shop.create(note=None).status == 422,
    "create-invalid-body-trace": invalid_body_traced,
    "create-not-stored": lambda shop: shop.read(shop.order()).status == 404,
    "create-honours-total": total_from_client,
    "create-honours-status": lambda shop: shop.create(status="shipped").json["status"] == "shipped",
    "create-evaluates-template": lambda shop: shop.create(note="{{6*7}}").json["note"] == "42",
    "create-evaluates-shell": lambda shop: shop.create(note="$((6*7))").json["note"] == "42",
    "create-slow": lambda shop: slow(shop.create, 0.35),
    "create-one-at-a-time": one_at_a_time,
    "get-serves-anonymous": lambda shop: shop.read(shop.order(), by=None).status == 200,
    "get-shows-strangers": lambda shop: shop.read(shop.order(), by="bob").status == 200,
    "get-refuses-admin": lambda shop: shop.read(shop.order(), by="root").status == 403,
    "get-stale-status": stale_after_payment,
    "get-unknown-200": lambda shop: shop.read(NOWHERE).status == 200,
    "get-unknown-500": lambda shop: shop.read(NOWHERE).status == 500,
    "get-null-placed-at": lambda shop: shop.read(shop.order()).json["placed_at"] is None,
    "get-sql-injection": true_injection,
    "get-reflects-html": markup_reflected,
    "list-open-to-admin": lambda shop: shop.page(by="root").status == 200,
    "list-shows-strangers": stranger_listed,
    "list-ignores-limit": limit_ignored,
    "list-accepts-limit-0": lambda shop: shop.page("limit=0").status == 200,
    "list-accepts-limit-101": lambda shop: shop.page("limit=101").status == 200,
    "list-refuses-limit-100": lambda shop: shop.page("limit=100").status == 422,
    "list-ignores-status": filter_ignored,
    "list-cursor-repeats": cursor_repeats,
    "list-cursor-skips": cursor_skips,
    "list-omits-newest": lambda shop: shop.order() not in shop.listed(),
    "list-id-as-number": numeric_ids,
    "list-slow": lambda shop: slow(shop.page, 0.45),
    "list-fails-sometimes": failing_pages,
    "pay-open-to-admin": lambda shop: shop.pay(shop.order(), by="root").status == 200,
    "pay-by-stranger": lambda shop: shop.pay(shop.order(), by="bob").status == 200,
    "pay-accepts-15-digits": lambda shop: shop.pay(shop.order(), "4" * 15).status == 200,
    "pay-twice-accepted": lambda shop: paid_twice(shop, 200),
    "pay-repeated-400": lambda shop: paid_twice(shop, 400),
    "pay-lost": payment_lost,
    "pay-never-ships": never_shipped,
    "pay-by-stranger-behind-404": paid_in_secret,
    "pay-race": payments_race,
    "cancel-answers-200": lambda shop: shop.cancel(shop.order()).status == 200,
    "cancel-keeps-order": survives_cancelling,
    "cancel-leaves-listed": listed_after_cancelling,
    "cancel-by-stranger": lambda shop: shop.cancel(shop.order(), by="bob").status == 204,
    "cancel-unknown-204": lambda shop: shop.cancel(NOWHERE).status == 204,
}
