"""A vault: sessions in cookies by a form, refusals that say 200, purses known by number."""

from __future__ import annotations

import re
import secrets
from itertools import count
from typing import Any
from urllib.parse import parse_qs

from run.servers.web import Answer, RefusedError, Request

FLAWS = {
    "password-of-anyone": "set_password.bola.write",
    "pay-from-any": "pay.bola.body_reference",
    "sign-up-claims": "join.mass_assignment",
    "sign-up-shows-all": "join.data.undeclared_field",
    "export-by-number": "export.inj.sql",
    "sorted-by-sql": "purses.inj.sql",
    "reset-tells": "reset.auth.enumeration",
    "log-in-tells": "log_in.auth.enumeration",
    "out-anywhere": "out.redirect.open",
    "any-session-of-the-form": "me.auth.garbage",
    "limit-by-anyone": "set_limit.bfla.matrix.member",
    "search-by-script": "search.inj.nosql",
}
"""Each flaw, and an obligation that it breaks."""


class Vault:
    """A vault with the flaws that it is given; without any it is hardened."""

    def __init__(self, *flaws: str) -> None:
        self.flaws = frozenset(flaws)
        self.numbers = count(1)
        self.members: dict[int, dict[str, Any]] = {}
        self.purses: dict[int, dict[str, Any]] = {}
        self.sessions: dict[str, int] = {}
        self.join_as("keeper", "keeper-of-keys", "keeper")

    def on(self, flaw: str) -> bool:
        return flaw in self.flaws

    def join_as(self, login: str, password: str, rank: str) -> dict[str, Any]:
        number = next(self.numbers)
        member = {"id": number, "login": login, "password": password, "rank": rank, "limit": 10}
        self.members[number] = member
        return member

    def __call__(self, request: Request) -> Answer:
        answer = self.answer(request)
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Cache-Control"] = "no-store"
        return answer

    def answer(self, request: Request) -> Answer:
        match request.method, request.segments:
            case "POST", ("join",):
                return self.join(request)
            case "POST", ("session",):
                return self.log_in(request)
            case "POST", ("reset",):
                return self.reset(request)
            case "GET", ("out", to):
                return self.out(to)
        caller = self.caller(request)
        match request.method, request.segments:
            case "DELETE", ("session",):
                self.sessions = {key: who for key, who in self.sessions.items() if who != caller}
                return Answer(204)
            case "GET", ("me",):
                return Answer(200, {"member": self.seen(self.members[caller])})
            case "PUT", ("members", number, "password"):
                return self.set_password(self.member(number), caller, request)
            case "PUT", ("members", number, "limit"):
                return self.set_limit(self.member(number), caller, request)
            case "POST", ("purses",):
                return self.open(caller, request)
            case "GET", ("purses",):
                return self.list(caller, request)
            case "GET", ("purses", number):
                return Answer(200, shown(self.own(number, caller)))
            case "POST", ("payments",):
                return self.pay(caller, request)
            case "GET", ("export",):
                return self.export(caller, request)
            case "POST", ("search",):
                return self.search(request)
        raise RefusedError(404)

    def seen(self, member: dict[str, Any]) -> dict[str, Any]:
        return {name: member[name] for name in ("id", "login", "rank", "limit")}

    def caller(self, request: Request) -> int:
        session = request.cookie("sid") or ""
        if self.on("any-session-of-the-form") and re.fullmatch(r"s_[0-9a-f]{32}", session):
            return self.sessions.get(session, 1)
        if session not in self.sessions:
            raise RefusedError(401)
        return self.sessions[session]

    def member(self, number: str) -> dict[str, Any]:
        if not re.fullmatch(r"[0-9]{1,9}", number) or int(number) not in self.members:
            raise RefusedError(404)
        return self.members[int(number)]

    def own(self, number: object, caller: int, *, any_owner: bool = False) -> dict[str, Any]:
        text = str(number) if isinstance(number, str | int) else ""
        purse = self.purses.get(int(text)) if re.fullmatch(r"[0-9]{1,9}", text) else None
        if purse is None or (purse["owner"] != caller and not any_owner):
            raise RefusedError(404)
        return purse

    def join(self, request: Request) -> Answer:
        sent = request.json()
        login, password = texts(sent, "login", "password")
        if any(member["login"] == login for member in self.members.values()):
            raise RefusedError(409)
        member = self.join_as(login, password, "member")
        if self.on("sign-up-claims"):
            member["rank"] = sent.get("rank", "member")
        names = member if self.on("sign-up-shows-all") else ("id", "login")
        return Answer(201, {name: member[name] for name in names})

    def log_in(self, request: Request) -> Answer:
        fields = parse_qs(request.body.decode("utf-8", "replace"))
        login, password = (fields.get(name, [""])[0] for name in ("login", "password"))
        if not login or not password:
            raise RefusedError(422)
        found = next((each for each in self.members.values() if each["login"] == login), None)
        if found is None or found["password"] != password:
            why = "no such login" if self.on("log-in-tells") and found is None else "wrong"
            return Answer(200, {"ok": False, "why": why})
        session = f"s_{secrets.token_hex(16)}"
        self.sessions[session] = found["id"]
        cookie = f"sid={session}; HttpOnly; SameSite=Strict"
        return Answer(200, {"ok": True, "why": "welcome"}, {"Set-Cookie": cookie})

    def reset(self, request: Request) -> Answer:
        [login] = texts(request.json(), "login")
        known = any(member["login"] == login for member in self.members.values())
        if self.on("reset-tells") and not known:
            raise RefusedError(404)
        return Answer(202, {"sent": True})

    def out(self, to: str) -> Answer:
        if self.on("out-anywhere") and re.fullmatch(r"[\x21-\x7e]+", to):
            return Answer(302, None, {"Location": f"http://{to}"})
        if not re.fullmatch(r"[a-z]{1,20}", to):
            raise RefusedError(404)
        return Answer(302, None, {"Location": f"/{to}"})

    def set_password(self, member: dict[str, Any], caller: int, request: Request) -> Answer:
        if member["id"] != caller and not self.on("password-of-anyone"):
            raise RefusedError(404)
        [member["password"]] = texts(request.json(), "password")
        return Answer(204)

    def set_limit(self, member: dict[str, Any], caller: int, request: Request) -> Answer:
        if self.members[caller]["rank"] != "keeper" and not self.on("limit-by-anyone"):
            raise RefusedError(403)
        limit = field(request.json(), "limit")
        if not isinstance(limit, int) or isinstance(limit, bool) or not 0 <= limit <= 99:
            raise RefusedError(422)
        member["limit"] = limit
        return Answer(204)

    def open(self, caller: int, request: Request) -> Answer:
        [label] = texts(request.json(), "label")
        purse = {"id": next(self.numbers), "label": label, "gold": 50, "owner": caller}
        self.purses[purse["id"]] = purse
        return Answer(201, shown(purse))

    def list(self, caller: int, request: Request) -> Answer:
        order = request.one("order") or "id"
        if self.on("sorted-by-sql"):
            if order.count("(") != order.count(")") or "'" in order:
                raise RefusedError(400)
            order = order.partition(",")[0]
        if order not in ("id", "label"):
            raise RefusedError(422)
        own = [shown(purse) for purse in self.purses.values() if purse["owner"] == caller]
        return Answer(200, sorted(own, key=lambda purse: str(purse[order])))

    def pay(self, caller: int, request: Request) -> Answer:
        sent = request.json()
        source = self.own(field(sent, "source"), caller, any_owner=self.on("pay-from-any"))
        target = self.own(field(sent, "target"), caller, any_owner=True)
        source["gold"] -= 1
        target["gold"] += 1
        return Answer(201, {"paid": 1})

    def export(self, caller: int, request: Request) -> Answer:
        number = request.one("purse") or ""
        by_number = re.fullmatch(r"([0-9]{1,9}) and ([0-9])=([0-9])", number)
        if self.on("export-by-number") and by_number and by_number[2] == by_number[3]:
            number = by_number[1]
        return Answer(200, {"line": "{id};{label};{gold}".format(**self.own(number, caller))})

    def search(self, request: Request) -> Answer:
        [text] = texts(request.json(), "text")
        if self.on("search-by-script"):
            text = text.replace("' + '", "")
            if "'" in text:
                raise RefusedError(500)
        return Answer(200, {"found": []})


def shown(purse: dict[str, Any]) -> dict[str, Any]:
    return {name: purse[name] for name in ("id", "label", "gold")}


def field(sent: object, name: str) -> object:
    if not isinstance(sent, dict):
        raise RefusedError(422)
    return sent.get(name)


def texts(sent: object, *names: str) -> list[str]:
    found = [field(sent, name) for name in names]
    if not all(isinstance(value, str) and 0 < len(value) <= 60 for value in found):
        raise RefusedError(422)
    return [str(value) for value in found]
