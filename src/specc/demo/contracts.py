"""What requests must look like. Everything else is a `ProblemError` with status 422.

Types are strict (`true` is no int, nor is `1.0`), unknown fields are refused, and readonly fields,
which are the server's, are read past.
"""

import json
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl

import attrs

from specc.demo.faults import Faults
from specc.demo.orders import STATUSES, Line, Status
from specc.serving.answers import ProblemError

DEFAULT_LIMIT = 20
READONLY = frozenset({"id", "status", "total", "placed_at"})

_SKU = re.compile(r"[A-Z][0-9]{1,4}")
_CARD = re.compile(r"[0-9]{16}")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_EMAIL = re.compile(rf"(?=.{{1,64}}@){_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CURSOR = re.compile(rb"before:([1-9][0-9]{0,17})")


@attrs.frozen
class Credentials:
    """What a login is tried with; the address is in lower case."""

    email: str
    password: str


@attrs.frozen
class Draft:
    """An order as the client wrote it. `readonly` is what it claimed that only the server says."""

    lines: tuple[Line, ...]
    note: str | None
    readonly: Mapping[str, object]


@attrs.frozen
class Listing:
    """Which page of orders is wanted: `before` is the number of the order that it follows."""

    status: Status | None
    limit: int
    before: int | None


def cursor_before(number: int) -> str:
    """The opaque text that leads to the orders older than that one."""
    return f"before:{number}".encode().hex()


@attrs.frozen
class Contracts:
    """Reads bodies and queries. Each method raises `ProblemError` for what breaks its contract."""

    faults: Faults

    def credentials(self, body: bytes) -> Credentials:
        """The body of `login`."""
        fields = _object(_json(body), {"email", "password"})
        email = _text(fields, "email", 1, 254)
        if _EMAIL.fullmatch(email) is None:
            raise _invalid("email", "an e-mail address")
        least = 7 if self.faults.on("login-accepts-short-password") else 8
        return Credentials(email.lower(), _text(fields, "password", least, 72))

    def order(self, body: bytes) -> Draft:
        """The body of `create_order`."""
        on = self.faults.on
        fields = _object(_json(body), {"lines", "note"} | READONLY)
        least = 0 if on("create-accepts-no-lines") else 1
        most = 51 if on("create-accepts-51-lines") else 49 if on("create-refuses-50-lines") else 50
        raw_lines = fields.get("lines")
        if not isinstance(raw_lines, list) or not least <= len(raw_lines) <= most:
            raise _invalid("lines", "a list of 1 to 50 lines")
        lines = tuple(self._line(line) for line in raw_lines)
        readonly = {name: fields[name] for name in READONLY & fields.keys()}
        return Draft(lines, self._note(fields), readonly)

    def card(self, body: bytes) -> str:
        """The card number in the body of `pay`."""
        card = _text(_object(_json(body), {"card"}), "card", 1, 16)
        short = self.faults.on("pay-accepts-15-digits") and len(card) == 15
        if _CARD.fullmatch("0" + card if short else card) is None:
            raise _invalid("card", "16 digits")
        return card

    def listing(self, query: str) -> Listing:
        """The query of `list_orders`; parameters that it doesn't declare are ignored."""
        try:
            pairs = parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=50)
        except ValueError:
            raise ProblemError(422, "the query must be percent-encoded UTF-8") from None
        values = dict(pairs)
        if len(values) < len(pairs):
            raise ProblemError(422, "a query parameter is repeated")
        status, cursor = values.get("status"), values.get("cursor")
        if status is not None and status not in STATUSES:
            raise _invalid("status", "one of " + ", ".join(STATUSES))
        return Listing(
            status=status,
            limit=self._limit(values.get("limit", str(DEFAULT_LIMIT))),
            before=None if cursor is None else _before(cursor),
        )

    def _line(self, value: object) -> Line:
        on = self.faults.on
        fields = _object(value, {"sku", "quantity"})
        sku, quantity = _text(fields, "sku", 1, 5), fields.get("quantity")
        if _SKU.fullmatch(sku) is None and not on("create-accepts-any-sku"):
            raise _invalid("sku", "a capital letter and 1 to 4 digits")
        if on("create-accepts-quantity-as-text") and isinstance(quantity, str):
            quantity = int(quantity) if re.fullmatch("[0-9]{1,3}", quantity) else quantity
        least = 0 if on("create-accepts-quantity-0") else 1
        most = 101 if on("create-accepts-quantity-101") else 100
        most = 99 if on("create-refuses-quantity-100") else most
        if type(quantity) is not int or not least <= quantity <= most:
            raise _invalid("quantity", "an integer from 1 to 100")
        return Line(sku, quantity)

    def _note(self, fields: Mapping[str, object]) -> str | None:
        on = self.faults.on
        if "note" not in fields:
            return None
        if fields["note"] is None and not on("create-refuses-null-note"):
            return None
        most = 501 if on("create-accepts-note-501") else 500
        return _text(fields, "note", 0, 499 if on("create-refuses-note-500") else most)

    def _limit(self, text: str) -> int:
        on = self.faults.on
        least = 0 if on("list-accepts-limit-0") else 1
        most = 101 if on("list-accepts-limit-101") else 99 if on("list-refuses-limit-100") else 100
        if re.fullmatch("0|[1-9][0-9]{0,2}", text) is None or not least <= int(text) <= most:
            raise _invalid("limit", "an integer from 1 to 100")
        return int(text)


def _before(cursor: str) -> int:
    try:
        match = _CURSOR.fullmatch(bytes.fromhex(cursor))
    except ValueError:
        match = None
    if match is None:
        raise _invalid("cursor", "one that an earlier page gave")
    return int(match[1])


def _json(body: bytes) -> object:
    try:
        return json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_without_twins,
            parse_constant=_refuse_constant,
        )
    except (ValueError, RecursionError):
        raise ProblemError(422, "the body must be JSON in UTF-8") from None


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError("a field is repeated")
    return fields


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is Python's, not JSON's")


def _object(value: object, known: set[str] | frozenset[str]) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ProblemError(422, "an object was expected")
    if not value.keys() <= known:
        raise ProblemError(422, "there are fields that the contract doesn't name")
    return value


def _text(fields: Mapping[str, object], name: str, least: int, most: int) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not least <= len(value) <= most or _SURROGATE.search(value):
        raise _invalid(name, f"a string of {least} to {most} characters")
    return value


def _invalid(name: str, rule: str) -> ProblemError:
    return ProblemError(422, f"`{name}` must be {rule}")
