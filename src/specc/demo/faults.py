"""The catalogue of seeded defects, each of a kind that real back ends have."""

from collections.abc import Collection
from difflib import get_close_matches
from typing import Literal, Self

import attrs

Kind = Literal["functional", "security", "load"]


@attrs.frozen
class Fault:
    """One defect that can be switched on.

    `kind` is what it takes to find it: `functional` tests of the contract suffice, `security` needs
    an attack, `load` needs timing or concurrency. `endpoint` is where it bites; `*` is everywhere.
    """

    name: str
    summary: str
    kind: Kind
    endpoint: str


_CATALOGUE: dict[tuple[str, Kind], dict[str, str]] = {
    ("*", "functional"): {
        "debug-endpoint-open": "GET /debug exists and tells about the interpreter",
    },
    ("*", "security"): {
        "jwt-signature-ignored": "a token with an altered signature is accepted",
        "jwt-alg-none-accepted": "an unsigned token whose header says `none` is accepted",
        "server-banner": "every answer names the server's software and its version",
        "nosniff-missing": "no answer forbids content sniffing",
        "cors-any-origin": "any origin may call with the user's credentials",
    },
    ("*", "load"): {
        "memory-leak": "each request keeps 16 KB for ever",
    },
    ("login", "functional"): {
        "login-wrong-password-403": "wrong credentials are answered 403, not 401",
        "login-returns-password-hash": "the answer carries the account's password hash",
        "login-accepts-short-password": "a password of 7 characters is not refused as invalid",
    },
    ("login", "security"): {
        "login-without-rate-limit": "any number of attempts a minute is served",
        "login-reveals-accounts": "the refusal says whether the account exists",
        "login-echoes-password": "the refusal repeats the password that was sent",
        "jwt-weak-secret": "tokens are signed with a key from any word list",
    },
    ("create_order", "functional"): {
        "create-answers-200": "a created order is answered 200, not 201",
        "create-omits-location": "the answer has no Location header",
        "create-wrong-location": "the Location header points to a path that does not exist",
        "create-omits-placed-at": "the answer lacks `placed_at`",
        "create-leaks-cost": "the answer has an undeclared field `unit_cost`",
        "create-total-as-string": "the answer's `total` is a string",
        "create-rounds-total": "totals are rounded to tenths: 2 x A1 costs 20.0, not 19.98",
        "create-naive-datetime": "the answer's `placed_at` has no time zone",
        "create-unknown-status": "the answer's `status` is `new`, which the contract lacks",
        "create-json-as-html": "the answer is JSON that calls itself text/html",
        "create-serves-anonymous": "an order can be created without credentials",
        "create-open-to-admin": "an admin may create orders",
        "create-accepts-quantity-0": "a quantity of 0 is accepted",
        "create-accepts-quantity-101": "a quantity of 101 is accepted",
        "create-refuses-quantity-100": "a quantity of 100 is refused",
        "create-accepts-quantity-as-text": "a quantity may be a string of digits",
        "create-accepts-any-sku": "a sku need not match its pattern",
        "create-accepts-no-lines": "an order without lines is accepted",
        "create-accepts-51-lines": "an order of 51 lines is accepted",
        "create-refuses-50-lines": "an order of 50 lines is refused",
        "create-accepts-note-501": "a note of 501 characters is accepted",
        "create-refuses-note-500": "a note of 500 characters is refused",
        "create-refuses-null-note": "a note that is null is refused",
        "create-invalid-body-trace": "an invalid body is answered 500 with a stack trace",
        "create-not-stored": "the order is answered 201 and then forgotten",
    },
    ("create_order", "security"): {
        "create-honours-total": "a `total` sent by the client becomes the price",
        "create-honours-status": "a `status` sent by the client is kept",
        "create-evaluates-template": "`{{6*7}}` in a note is evaluated",
        "create-evaluates-shell": "`$((6*7))` in a note is evaluated, as by a shell",
    },
    ("create_order", "load"): {
        "create-slow": "each order takes 0.4 s longer",
        "create-one-at-a-time": "orders wait for one lock that each holds for 50 ms",
    },
    ("get_order", "functional"): {
        "get-serves-anonymous": "orders are shown without credentials",
        "get-shows-strangers": "a customer may read another customer's order",
        "get-refuses-admin": "an admin is answered 403",
        "get-stale-status": "a paid order still reads as pending",
        "get-unknown-200": "an unknown id is answered 200 with null",
        "get-unknown-500": "an unknown id is answered 500",
        "get-null-placed-at": "`placed_at` is null, which the contract forbids",
    },
    ("get_order", "security"): {
        "get-sql-injection": "the id is pasted into an SQL statement",
        "get-reflects-html": "an id that holds markup comes back unescaped as text/html",
    },
    ("list_orders", "functional"): {
        "list-open-to-admin": "an admin may list orders as a customer does",
        "list-shows-strangers": "the list holds every customer's orders",
        "list-ignores-limit": "the whole list comes on one page",
        "list-accepts-limit-0": "a limit of 0 is accepted",
        "list-accepts-limit-101": "a limit of 101 is accepted",
        "list-refuses-limit-100": "a limit of 100 is refused",
        "list-ignores-status": "the status filter has no effect",
        "list-cursor-repeats": "the cursor leads to the first page again",
        "list-cursor-skips": "an order between two pages is on neither",
        "list-omits-newest": "the newest order is not listed",
        "list-id-as-number": "the ids of listed orders are numbers",
    },
    ("list_orders", "load"): {
        "list-slow": "each page takes 0.5 s longer",
        "list-fails-sometimes": "every twentieth page is answered 503",
    },
    ("pay", "functional"): {
        "pay-open-to-admin": "an admin may pay any order",
        "pay-by-stranger": "a customer may pay another customer's order",
        "pay-accepts-15-digits": "a card of 15 digits is accepted",
        "pay-twice-accepted": "a second payment is answered 200",
        "pay-repeated-400": "a second payment is answered 400, not 409",
        "pay-lost": "the answer says paid, but nothing is stored",
        "pay-never-ships": "a paid order is never shipped",
    },
    ("pay", "security"): {
        "pay-by-stranger-behind-404": "a stranger is told 404, but the order is paid all the same",
    },
    ("pay", "load"): {
        "pay-race": "two payments at once both succeed",
    },
    ("cancel_order", "functional"): {
        "cancel-answers-200": "a cancelled order is answered 200, not 204",
        "cancel-keeps-order": "the answer is 204, but the order is still there",
        "cancel-leaves-listed": "a cancelled order is still listed",
        "cancel-by-stranger": "a customer may cancel another customer's order",
        "cancel-unknown-204": "an unknown id is answered 204",
    },
}

FAULTS: tuple[Fault, ...] = tuple(
    Fault(name, summary, kind, endpoint)
    for (endpoint, kind), summaries in _CATALOGUE.items()
    for name, summary in summaries.items()
)


class UnknownFaultError(ValueError):
    """A fault was asked for that the catalogue does not have; says which ones are near."""

    def __init__(self, name: str) -> None:
        near = get_close_matches(name, [fault.name for fault in FAULTS], n=3, cutoff=0.5)
        hint = f"; did you mean {' or '.join(f'`{match}`' for match in near)}?" if near else ""
        super().__init__(f"no fault is called `{name}`{hint}")


@attrs.frozen
class Faults:
    """The faults that one shop has. The healthy shop has none."""

    names: frozenset[str] = frozenset()

    @classmethod
    def named(cls, names: Collection[str]) -> Self:
        """The faults of these names; raises `UnknownFaultError` for the first unknown one."""
        known = {fault.name for fault in FAULTS}
        for name in names:
            if name not in known:
                raise UnknownFaultError(name)
        return cls(frozenset(names))

    def on(self, name: str) -> bool:
        """Whether the fault of that name is switched on."""
        return name in self.names
