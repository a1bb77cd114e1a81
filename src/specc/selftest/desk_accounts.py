"""The accounts of the desk: who signs up, logs in and out, and who forgets a password."""

from __future__ import annotations

import hashlib
import re
import secrets
import time
from typing import Any
from uuid import uuid4

import attrs

from specc.selftest import rsa, tokens
from specc.selftest.asked import Asked
from specc.selftest.board import text_of
from specc.serving.answers import Answer, ProblemError, json_answer

BOSS = "boss@desk.example"
FAILURES = 60
"""Wrong passwords in a row after which an account is locked."""
WRONG_CODES = 5


@attrs.define(eq=False)
class Accounts:
    """Accounts by their address; sessions by the ids in their tokens; resets by their ids."""

    by_email: dict[str, dict[str, Any]] = attrs.field(factory=dict)
    sessions: dict[str, str] = attrs.field(factory=dict)
    failures: dict[str, int] = attrs.field(factory=dict)
    resets: dict[str, dict[str, Any]] = attrs.field(factory=dict)
    knocks: dict[str, list[float]] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.make(BOSS, "keeper of keys", role="chief")

    def make(self, email: str, password: str, role: str = "worker") -> dict[str, Any]:
        """A new account."""
        made = {"id": str(uuid4()), "email": email, "hash": hashed(password), "role": role}
        self.by_email[email] = made
        return made

    def sign_up(self, asked: Asked) -> Answer:
        sent = asked.sent()
        email, password = address_of(sent), text_of(sent, "password", 72, least=8)
        if email in self.by_email:
            raise ProblemError(409, "there is such an account")
        account = self.make(email, password)
        if "name" in sent:
            account["name"] = text_of(sent, "name", 40)
        return json_answer(201, shown(account))

    def log_in(self, asked: Asked) -> Answer:
        sent = asked.sent()
        email, password = address_of(sent), text_of(sent, "password", 72, least=8)
        if self.failures.get(email, 0) >= FAILURES:
            raise ProblemError(429, "that were too many")
        account = self.by_email.get(email)
        given = hashed(password)  # in either case, so that it takes as long
        if account is None or not secrets.compare_digest(account["hash"], given):
            self.failures[email] = self.failures.get(email, 0) + 1
            raise ProblemError(401, "wrong email or password")
        self.failures.pop(email, None)
        return self.session(email)

    def session(self, email: str) -> Answer:
        """A new session."""
        name = uuid4().hex
        self.sessions[name] = email
        claims = {"sub": email, "sid": name}
        given = {
            "access_token": rsa.signed({**claims, "use": "access"}),
            "refresh_token": rsa.signed({**claims, "use": "refresh"}, 86400),
        }
        return json_answer(200, given)

    def claims_of(self, token: str) -> dict[str, Any] | None:
        """What a genuine token says; None of any other."""
        parts = tokens.read(token)
        if parts is None or parts[0].get("alg") != "RS256" or not tokens.is_lasting(parts[1]):
            return None
        return parts[1] if rsa.is_signed(parts[2], parts[3]) else None

    def subject(self, token: str) -> str | None:
        """Whose token of access it is, as long as the session and the account last."""
        claims = self.claims_of(token)
        if claims is None or claims.get("use") != "access":
            return None
        email = self.sessions.get(str(claims.get("sid")))
        return email if email in self.by_email else None

    def log_out(self, token: str) -> Answer:
        claims = self.claims_of(token) or {}
        self.sessions.pop(str(claims.get("sid")), None)
        return Answer(204)

    def forget(self, email: str) -> Answer:
        made = {"id": str(uuid4()), "code": f"{secrets.randbelow(1_000_000):06}"}
        self.resets[made["id"]] = {**made, "email": email, "wrong": 0}
        return json_answer(201, made)

    def reset(self, asked: Asked) -> Answer:
        sent = asked.sent()
        password = text_of(sent, "password", 72, least=8)
        code = text_of(sent, "code", 6, least=6)
        reset = self.resets.get(text_of(sent, "reset", 36))
        if reset is None:
            raise ProblemError(400, "that is no code for it")
        if reset["wrong"] >= WRONG_CODES:
            raise ProblemError(429, "that were too many")
        if not secrets.compare_digest(reset["code"].encode(), code.encode()):
            reset["wrong"] += 1
            raise ProblemError(400, "that is no code for it")
        del self.resets[reset["id"]]
        self.by_email[reset["email"]]["hash"] = hashed(password)
        return Answer(204)

    def knock(self, asked: Asked) -> Answer:
        email = address_of(asked.sent())
        now = time.monotonic()
        recent = [each for each in self.knocks.get(email, []) if now - each < 1]
        if len(recent) >= 5:
            raise ProblemError(429, "not so often", (("Retry-After", "1"),))
        self.knocks[email] = [*recent, now]
        return Answer(204)


def hashed(password: str) -> bytes:
    """What is kept of a password."""
    return hashlib.pbkdf2_hmac("sha256", password.encode(), b"desk", 30_000)


def address_of(sent: dict[str, Any]) -> str:
    """The address that was sent. Raises ProblemError."""
    email = text_of(sent, "email", 200)
    if not re.fullmatch(r"[^@\s'<]+@[^@\s'<]+", email):
        raise ProblemError(422, "email is an address")
    return email


def shown(account: dict[str, Any]) -> dict[str, Any]:
    """What an account shows of itself."""
    return {name: value for name, value in account.items() if name not in ("hash", "role")}
