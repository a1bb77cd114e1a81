"""A service of bookings, with faults of its own."""

from __future__ import annotations

import re
import unicodedata
from copy import deepcopy
from typing import Any

from run.servers import shapes
from run.servers.shapes import Check, demand
from run.servers.web import Answer, RefusedError, Request

FAULTS = {
    "day-after-last": "an arrival on the day after the last is accepted",
    "first-day-refused": "an arrival on the first day is refused",
    "impossible-day-500": "the 30th of February is answered 500",
    "nights-31-in-patch": "a change may make it 31 nights",
    "nights-30-refused": "30 nights are refused",
    "second-person-unchecked": "only the first person is looked at",
    "zip-with-newline": "a line end may follow the zip",
    "country-in-any-case": "a country may be in small letters",
    "country-needed": "an address without a country is answered 500",
    "extras-unchecked": "an extra may be any number of times",
    "labels-repeated": "a label may come twice",
    "price-in-whole": "the cents of a price are cut off",
    "price-truncated": "a price that is the very highest is refused",
    "emoji-lost": "characters beyond the basic plane are dropped from remarks",
    "remarks-normalised": "remarks are stored in another normal form",
    "empty-remarks-null": "empty remarks are stored as null",
    "long-remarks-cut": "remarks are cut after 255 characters",
    "patch-resets": "a change takes away what it does not name",
    "patch-before-check": "a change that is refused has been made by half",
    "patch-all": "a change is made to all bookings of the guest",
    "patch-lost": "a change is answered, and not stored",
    "confirm-after-cancel": "a cancelled booking can still be confirmed",
    "confirm-by-stranger-told-404": "a stranger is told 404, but the booking is confirmed",
    "cancel-twice": "a second cancellation is answered 204",
    "cancel-by-anonymous-told-401": "nobody is told 401, but the booking is gone",
    "cancel-all": "a cancellation takes all bookings of the guest",
    "invalid-stored": "an invalid booking is answered 422 and stored",
    "read-confirms": "to look at a booking confirms it",
    "third-page-skips": "the page after the second leaves one out",
    "state-from-client": "a client may say that a booking is confirmed",
    "unknown-kept": "a field that nobody knows is kept and shown",
    "huge-price-500": "a price that no float can hold is answered 500",
    "deep-500": "lists that lie too deep are answered 500",
    "room-21": "there are 21 rooms",
    "day-500": "a day that is none is answered 500",
    "theme-500": "a theme that is none is answered 500",
    "limit-text-500": "a limit that is no number is answered 500",
    "text-taken": "JSON that calls itself text is taken",
}
KEYS = {
    "key-of-ann": ("ann", "guest"),
    "key-of-ben": ("ben", "guest"),
    "key-of-sue": ("sue", "staff"),
}
FIELDS = ("arrival", "nights", "price", "people", "address", "extras", "labels", "remarks")
DAYS = ("2026-01-01", "2035-12-31")


class Bookings:
    """All bookings; each fault is one of FAULTS."""

    def __init__(self, *faults: str) -> None:
        assert set(faults) <= FAULTS.keys()
        self.faults = frozenset(faults)
        self.bookings: dict[int, dict[str, Any]] = {}
        self.owners: dict[int, str] = {}
        self.cancelled: dict[int, dict[str, Any]] = {}
        self.last = 0

    def on(self, fault: str) -> bool:
        return fault in self.faults

    def __call__(self, request: Request) -> Answer:
        match request.method, *request.segments:
            case "GET", "days", day, "rooms", room:
                return self.free(request, day, room)
            case "POST", "bookings":
                return self.create(request)
            case "GET", "bookings":
                return self.page(request)
            case method, "bookings", number, *rest:
                return self.one(request, method, number, rest)
        raise RefusedError(404)

    # Who, and what

    def caller(self, request: Request, *roles: str) -> str:
        known = KEYS.get(request.headers.get("x-key", ""))
        if known is None:
            raise RefusedError(401)
        if known[1] not in roles:
            raise RefusedError(403)
        return known[0]

    def found(self, number: str, name: str | None) -> int:
        key = int(number) if re.fullmatch("[1-9][0-9]{0,17}", number) else 0
        if key not in self.bookings or (name is not None and self.owners[key] != name):
            raise RefusedError(404)
        return key

    def fields(self, *, changing: bool) -> tuple[dict[str, Check], dict[str, Check]]:
        on = self.on
        first, last = DAYS
        day = shapes.day(
            "2026-01-02" if on("first-day-refused") else first,
            "2036-01-01" if on("day-after-last") else last,
        )
        person = shapes.record(
            {"name": shapes.text(1, 60), "age": shapes.whole(0, 120)}, {"email": shapes.email}
        )
        nights = 31 if changing and on("nights-31-in-patch") else 30
        address = shapes.record(
            {
                "street": shapes.text(1, 80),
                "zip": shapes.text(
                    5,
                    6 if on("zip-with-newline") else 5,
                    "[0-9]{5}\n?" if on("zip-with-newline") else "[0-9]{5}",
                ),
            },
            {"country": self.country},
        )
        return {
            "arrival": self.failing_day if on("impossible-day-500") else day,
            "nights": shapes.whole(1, 29 if on("nights-30-refused") else nights),
            "price": shapes.number(0, 9999.99 if on("price-truncated") else 10000),
            "people": self.first_person(person)
            if on("second-person-unchecked")
            else shapes.each(person, 1, 4),
            "address": address,
        }, {
            "extras": shapes.mapping(
                (lambda _: None) if on("extras-unchecked") else shapes.whole(0, 9)
            ),
            "labels": shapes.each(shapes.text(1, 12), 0, 3, unique=not on("labels-repeated")),
            "remarks": shapes.nullable(shapes.text(0, 300)),
        }

    def failing_day(self, value: Any) -> None:
        demand(isinstance(value, str))
        if re.fullmatch("2[0-9]{3}-02-30", value):
            raise ValueError("no such day")
        shapes.day(*DAYS)(value)

    def first_person(self, person: Check) -> Check:
        def check(value: Any) -> None:
            demand(isinstance(value, list) and 1 <= len(value) <= 4)
            person(value[0])

        return check

    def country(self, value: Any) -> None:
        if self.on("country-in-any-case") and isinstance(value, str):
            value = value.upper()
        shapes.one_of("DE", "FR", "IT")(value)

    def sent(self, request: Request, *, changing: bool = False) -> dict[str, Any]:
        if self.on("deep-500") and request.body.startswith(b"[[[["):
            raise RecursionError
        value = request.json(any_media=self.on("text-taken"))
        if (
            self.on("huge-price-500")
            and isinstance(value, dict)
            and value.get("price") == float("inf")
        ):
            int(value["price"])
        required, optional = self.fields(changing=changing)
        if changing:
            required, optional = {}, required | optional
        shapes.record(required, optional)(value)
        if self.on("country-needed") and "address" in value:
            value["address"]["country"]
        return self.kept(value)

    def kept(self, value: dict[str, Any]) -> dict[str, Any]:
        known = {name: value[name] for name in FIELDS if name in value}
        for name in ("people", "address"):
            if name in known:
                known[name] = self.without_unknown(name, known[name])
        if self.on("unknown-kept"):
            known |= {name: value[name] for name in value if name == "specc_unknown"}
        if self.on("state-from-client") and value.get("state") in ("open", "confirmed", "closed"):
            known["state"] = value["state"]
        if self.on("price-in-whole") and "price" in known:
            known["price"] = int(known["price"])
        remarks = known.get("remarks")
        if isinstance(remarks, str):
            if self.on("emoji-lost"):
                remarks = "".join(char for char in remarks if char <= "\uffff")
            if self.on("remarks-normalised"):
                remarks = unicodedata.normalize("NFC", remarks)
            if self.on("long-remarks-cut"):
                remarks = remarks[:255]
            known["remarks"] = (remarks or None) if self.on("empty-remarks-null") else remarks
        return known

    def without_unknown(self, name: str, value: Any) -> Any:
        known = {"people": ("name", "age", "email"), "address": ("street", "zip", "country")}[name]
        if isinstance(value, list):
            return [self.without_unknown(name, item) for item in value]
        if not isinstance(value, dict):
            return value
        return {key: value[key] for key in known if key in value}

    # What can be called

    def free(self, request: Request, day: str, room: str) -> Answer:
        try:
            shapes.day(*DAYS)(day)
        except RefusedError:
            if self.on("day-500"):
                raise ValueError(day) from None
            raise
        demand(re.fullmatch("[1-9][0-9]?", room))
        demand(1 <= int(room) <= (21 if self.on("room-21") else 20))
        theme = request.cookie("theme")
        if theme not in (None, "light", "dark"):
            if self.on("theme-500"):
                raise KeyError(theme)
            raise RefusedError(422)
        return Answer(200, {"day": day, "room": int(room), "free": True})

    def create(self, request: Request) -> Answer:
        name = self.caller(request, "guest")
        try:
            known = self.sent(request)
        except RefusedError:
            if self.on("invalid-stored"):
                self.add(name, self.sample())
            raise
        return Answer(201, self.add(name, known))

    def sample(self) -> dict[str, Any]:
        return {
            "arrival": "2030-01-01",
            "nights": 1,
            "price": 1,
            "people": [{"name": "Ann", "age": 30}],
            "address": {"street": "Main Street 1", "zip": "12345"},
        }

    def add(self, name: str, known: dict[str, Any]) -> dict[str, Any]:
        self.last += 1
        self.bookings[self.last] = {"id": self.last, "state": "open"} | deepcopy(known)
        self.owners[self.last] = name
        return self.bookings[self.last]

    def page(self, request: Request) -> Answer:
        name = self.caller(request, "guest")
        text = request.one("limit")
        if text is not None and self.on("limit-text-500"):
            int(text)
        demand(text is None or re.fullmatch("[1-9]|[1-4][0-9]|50", text))
        limit = int(text or 20)
        cursor = request.one("cursor")
        demand(cursor is None or re.fullmatch("[1-9][0-9]{0,17}", cursor))
        demand(request.headers.get("x-currency", "EUR") in ("EUR", "USD"))
        mine = [key for key in sorted(self.bookings) if self.owners[key] == name]
        after = [key for key in mine if cursor is None or key > int(cursor)]
        if (
            self.on("third-page-skips")
            and cursor is not None
            and len(mine) - len(after) >= 2 * limit
        ):
            after = after[1:]
        shown: dict[str, Any] = {"items": [self.bookings[key] for key in after[:limit]]}
        if len(after) > limit:
            shown["next"] = str(after[limit - 1])
        return Answer(200, shown)

    def one(self, request: Request, method: str, number: str, rest: list[str]) -> Answer:
        match method, *rest:
            case ["GET"]:
                name = self.caller(request, "guest", "staff")
                key = self.found(number, None if name == "sue" else name)
                if self.on("read-confirms"):
                    shown = deepcopy(self.bookings[key])
                    self.bookings[key]["state"] = "confirmed"
                    return Answer(200, shown)
                return Answer(200, self.bookings[key])
            case ["PATCH"]:
                return self.change(request, number)
            case ["POST", "confirm"]:
                return self.confirm(request, number)
            case ["DELETE"]:
                return self.cancel(request, number)
        raise RefusedError(404)

    def change(self, request: Request, number: str) -> Answer:
        name = self.caller(request, "guest")
        key = self.found(number, name)
        if self.on("patch-before-check") and isinstance(value := request.json(), dict):
            self.bookings[key]["nights"] = 7
            self.bookings[key] |= {"remarks": "changed"} if value else {}
        known = self.sent(request, changing=True)
        booking = self.bookings[key]
        if self.on("patch-lost"):
            return Answer(200, booking | known)
        if self.on("patch-resets"):
            booking["nights"] = 1 if booking["nights"] != 1 else 2
        booking |= deepcopy(known)
        for other in self.mine(name) if self.on("patch-all") else ():
            self.bookings[other] |= deepcopy(known) | {"remarks": "changed too"}
        return Answer(200, booking)

    def confirm(self, request: Request, number: str) -> Answer:
        name = self.caller(request, "guest")
        if self.on("confirm-after-cancel") and number.isdecimal() and int(number) in self.cancelled:
            return Answer(200, self.cancelled[int(number)] | {"state": "confirmed"})
        if self.on("confirm-by-stranger-told-404"):
            self.bookings[self.found(number, None)]["state"] = (
                "confirmed"
                if self.owners[self.found(number, None)] != name
                else self.bookings[self.found(number, None)]["state"]
            )
        booking = self.bookings[self.found(number, name)]
        if booking["state"] != "open":
            raise RefusedError(409)
        booking["state"] = "confirmed"
        return Answer(200, booking)

    def cancel(self, request: Request, number: str) -> Answer:
        if self.on("cancel-by-anonymous-told-401") and "x-key" not in request.headers:
            self.bookings.pop(self.found(number, None))
        name = self.caller(request, "guest")
        if self.on("cancel-twice") and number.isdecimal() and int(number) in self.cancelled:
            return Answer(204)
        key = self.found(number, name)
        for gone in self.mine(name) if self.on("cancel-all") else [key]:
            self.cancelled[gone] = self.bookings.pop(gone)
        return Answer(204)

    def mine(self, name: str) -> list[int]:
        return [key for key in self.bookings if self.owners[key] == name]
