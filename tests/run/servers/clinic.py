"""A clinic whose flaws are those of services that trust what they are sent."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import secrets
import sqlite3
from typing import Any
from uuid import uuid4

from run.servers.web import Answer, RefusedError, Request

FLAWS = {
    "role-from-client": "sign_up.mass_assignment",
    "visits-from-client": "change_record.mass_assignment",
    "alg-none": "get_record.jwt.alg_none",
    "signature-unread": "drop_record.jwt.signature_ignored",
    "weak-key": "add_record.jwt.weak_secret",
    "kid-is-a-path": "get_record.jwt.header_key",
    "record-for-anyone": "get_record.bola.read",
    "change-before-check": "change_record.bola.write",
    "drop-behind-403": "drop_record.bola.write",
    "visit-of-any-record": "book.bola.body_reference",
    "list-of-all": "list_records.bola.list",
    "list-by-sql": "list_records.inj.sql",
    "record-by-sql": "get_record.inj.sql",
    "census-for-all": "census.bfla.matrix.patient",
    "census-for-anonymous": "census.auth.missing",
    "any-token": "add_record.auth.garbage",
    "login-tells": "log_in.auth.enumeration",
    "login-repeats": "log_in.data.secret_value",
    "login-by-sql": "log_in.inj.sql",
}
"""Each flaw, and an obligation that it breaks."""


class Clinic:
    """A clinic with the flaws that it is given; without any it is hardened."""

    def __init__(self, *flaws: str) -> None:
        self.flaws = frozenset(flaws)
        self.key = b"changeme" if "weak-key" in flaws else secrets.token_bytes(32)
        self.accounts: dict[str, dict[str, Any]] = {}
        self.records: dict[str, dict[str, Any]] = {}

    def on(self, flaw: str) -> bool:
        return flaw in self.flaws

    def __call__(self, request: Request) -> Answer:
        answer = self.answer(request)
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer

    def answer(self, request: Request) -> Answer:
        match request.method, request.segments:
            case "POST", ("accounts",):
                return self.sign_up(request)
            case "POST", ("login",):
                return self.log_in(request)
            case "GET", ("census",):
                return self.census(request)
            case "POST", ("records",):
                return self.add(request)
            case "GET", ("records",):
                return self.list(request)
            case "POST", ("visits",):
                return self.book(request)
            case method, ("records", identifier):
                return self.record(request, method, identifier)
        raise RefusedError(404)

    # accounts

    def sign_up(self, request: Request) -> Answer:
        sent = _object(request.json())
        email, password = _text(sent, "email", 200), _text(sent, "password", 72)
        if not re.fullmatch(r"[^@\s']+@[^@\s']+", email) or len(password) < 8:
            raise RefusedError(422)
        if email in self.accounts:
            raise RefusedError(409)
        account = {"id": str(uuid4()), "role": "patient", "email": email}
        if self.on("role-from-client") and sent.get("role") in ("patient", "doctor"):
            account["role"] = sent["role"]
        self.accounts[email] = {**account, "password": password}
        return Answer(201, account)

    def log_in(self, request: Request) -> Answer:
        sent = _object(request.json())
        email, password = _text(sent, "email", 200), _text(sent, "password", 72)
        if self.on("login-by-sql"):
            rows = [(each["email"], each["password"]) for each in self.accounts.values()]
            text = f"SELECT email, password FROM t WHERE email = '{email}'"
            found = _queried("email, password", rows, text)
            email = found[0][0] if found else email
        account = self.accounts.get(email)
        if account is None or account["password"] != password:
            title = "refused"
            if self.on("login-tells") and account is None:
                title = "no such account"
            if self.on("login-repeats"):
                title = f"not {password}"
            return Answer(401, {"title": title, "status": 401})
        return Answer(200, {"token": self.signed({"sub": email})})

    def signed(self, claims: dict[str, Any]) -> str:
        body = f"{_encoded({'alg': 'HS256', 'typ': 'JWT'})}.{_encoded(claims)}"
        return f"{body}.{_plain(hmac.new(self.key, body.encode(), hashlib.sha256).digest())}"

    def caller(self, request: Request) -> str:
        """The account or `doctor`; refuses who is neither."""
        if request.headers.get("x-key") == "key-of-dora":
            return "doctor"
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise RefusedError(401)
        if self.on("any-token") and self.accounts:
            known = self.subject(token)
            return known or next(iter(self.accounts))
        found = self.subject(token)
        if found is None:
            raise RefusedError(401)
        return found

    def subject(self, token: str) -> str | None:
        try:
            head, claims, signature = token.split(".")
            header, said = _decoded(head), _decoded(claims)
        except ValueError:
            return None
        key = self.key
        if self.on("kid-is-a-path") and "dev/null" in str(header.get("kid")):
            key = b""
        made = _plain(hmac.new(key, f"{head}.{claims}".encode(), hashlib.sha256).digest())
        genuine = hmac.compare_digest(made, signature) and header.get("alg") == "HS256"
        if self.on("alg-none") and str(header.get("alg")).lower() == "none":
            genuine = True
        if self.on("signature-unread"):
            genuine = True
        subject = said.get("sub")
        return subject if genuine and subject in self.accounts else None

    def patient(self, request: Request) -> str:
        caller = self.caller(request)
        if caller == "doctor":
            raise RefusedError(403)
        return caller

    def census(self, request: Request) -> Answer:
        if not self.on("census-for-anonymous"):
            caller = self.caller(request)
            if caller != "doctor" and not self.on("census-for-all"):
                raise RefusedError(403)
        return Answer(200, {"accounts": len(self.accounts)})

    # records

    def add(self, request: Request) -> Answer:
        owner = self.patient(request)
        sent = _object(request.json())
        made = {
            "id": str(uuid4()),
            "visits": 0,
            "complaint": _text(sent, "complaint", 200),
            "owner": owner,
        }
        self.records[made["id"]] = made
        return Answer(201, _shown(made))

    def list(self, request: Request) -> Answer:
        owner = self.patient(request)
        wanted = request.one("complaint")
        own = [
            each
            for each in self.records.values()
            if self.on("list-of-all") or each["owner"] == owner
        ]
        if wanted is not None and self.on("list-by-sql"):
            text = f"SELECT id FROM t WHERE complaint = '{wanted}'"
            rows = _queried(
                "id, complaint", [(each["id"], each["complaint"]) for each in own], text
            )
            own = [self.records[row[0]] for row in rows]
        elif wanted is not None:
            own = [each for each in own if each["complaint"] == wanted]
        return Answer(200, {"records": [_shown(each) for each in own]})

    def record(self, request: Request, method: str, identifier: str) -> Answer:
        caller = self.patient(request)
        if method == "GET" and self.on("record-by-sql"):
            rows = [(each,) for each in self.records]
            found = _queried("id", rows, f"SELECT id FROM t WHERE id = '{identifier}'")
            identifier = found[0][0] if found else identifier
        record = self.records.get(identifier)
        if record is None:
            raise RefusedError(404)
        is_own = record["owner"] == caller
        match method:
            case "GET":
                if not is_own and not self.on("record-for-anyone"):
                    raise RefusedError(404)
                return Answer(200, _shown(record))
            case "PATCH":
                sent = _object(request.json())
                changed = {**record}
                if "complaint" in sent:
                    changed["complaint"] = _text(sent, "complaint", 200)
                if self.on("visits-from-client") and isinstance(sent.get("visits"), int):
                    changed["visits"] = sent["visits"]
                if is_own or self.on("change-before-check"):
                    record.update(changed)
                if not is_own:
                    raise RefusedError(403)
                return Answer(200, _shown(record))
            case "DELETE":
                if is_own or self.on("drop-behind-403"):
                    del self.records[identifier]
                if not is_own:
                    raise RefusedError(403)
                return Answer(204)
        raise RefusedError(405)

    def book(self, request: Request) -> Answer:
        caller = self.patient(request)
        sent = _object(request.json())
        day, about = _text(sent, "day", 40), _object(sent.get("about"))
        identifier = _text(_object(about.get("record")), "id", 36)
        record = self.records.get(identifier)
        if record is None or (record["owner"] != caller and not self.on("visit-of-any-record")):
            raise RefusedError(404)
        record["visits"] += 1
        return Answer(
            201, {"id": str(uuid4()), "day": day, "about": {"record": {"id": identifier}}}
        )


def _shown(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != "owner"}


def _queried(columns: str, rows: list[tuple[Any, ...]], statement: str) -> list[tuple[Any, ...]]:
    database = sqlite3.connect(":memory:")
    try:
        database.execute(f"CREATE TABLE t ({columns})")
        marks = ", ".join("?" for _ in columns.split(","))
        database.executemany(f"INSERT INTO t VALUES ({marks})", rows)
        return database.execute(statement).fetchall()
    finally:
        database.close()


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise RefusedError(422)
    return value


def _text(value: dict[str, Any], name: str, most: int) -> str:
    found = value.get(name)
    if not isinstance(found, str) or not 1 <= len(found) <= most:
        raise RefusedError(422)
    return found


def _encoded(value: object) -> str:
    return _plain(json.dumps(value).encode())


def _plain(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decoded(text: str) -> dict[str, Any]:
    value = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    if not isinstance(value, dict):
        raise ValueError(text)
    return value
