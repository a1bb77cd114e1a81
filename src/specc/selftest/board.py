"""A board of notes that keeps every rule, and what it takes to have it break one."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias
from uuid import uuid4

import attrs

from specc.selftest import tokens
from specc.selftest.asked import Answers, Asked, service_of
from specc.selftest.board_spec import SPEC
from specc.selftest.twin import Twin
from specc.serving.answers import Answer, ProblemError, json_answer

ACCOUNTS = {
    "ann@board.example": "correct horse",
    "ben@board.example": "battery staple",
    "kit@board.example": "keeper of keys",
}
KEEPERS = frozenset({"kit@board.example"})


@attrs.define(eq=False)
class Board:
    """Notes by id, and the key that tokens are signed with."""

    key: bytes = attrs.field(factory=lambda: secrets.token_bytes(32))
    notes: dict[str, dict[str, Any]] = attrs.field(factory=dict)
    subject: Callable[[Board, str], str | None] = attrs.field(default=tokens.subject, kw_only=True)
    """Whose token a text is; None for nobody's."""

    def __call__(self, asked: Asked) -> Answer:
        """The answer. Raises ProblemError."""
        match asked.method, asked.segments:
            case "POST", ("login",):
                return self.log_in(asked)
            case "POST", ("notes",):
                return self.add(asked)
            case "GET", ("notes",):
                return self.list(asked)
            case _, ("notes", name):
                return self.one(asked, name)
            case "POST", ("letters",):
                return self.send(asked)
            case "GET", ("counts",):
                if self.caller(asked) not in KEEPERS:
                    raise ProblemError(403, "it is for keepers")
                return self.count()
            case "POST", ("previews",):
                self.member(asked)
                url = text_of(asked.sent(), "url", 2000)
                if not re.fullmatch(r"https?://[^\s/]+\S*", url):
                    raise ProblemError(422, "that is no URL")
                return json_answer(200, {"status": "queued"})
            case "GET", ("greetings",):
                return json_answer(200, {"text": f"Hello, {_name(asked)}"})
            case "GET", ("files",):
                if asked.query.get("name") != "readme.txt":
                    raise ProblemError(404, "there is no such file")
                return json_answer(200, {"text": "read me"})
            case "GET", ("go",):
                return self.go(asked)
        raise ProblemError(404, "there is no such thing")

    def log_in(self, asked: Asked) -> Answer:
        sent = asked.sent()
        email, password = text_of(sent, "email", 200), text_of(sent, "password", 72, least=8)
        if ACCOUNTS.get(email) != password:
            raise ProblemError(401, "wrong email or password")
        return self.logged_in(email)

    def logged_in(self, email: str) -> Answer:
        cookie = ("Set-Cookie", f"session={uuid4().hex}; Path=/; HttpOnly; SameSite=Strict")
        return json_answer(200, {"token": tokens.signed(self.key, email)}, (cookie,))

    def caller(self, asked: Asked) -> str:
        """Who calls. Raises ProblemError for nobody."""
        scheme, _, token = asked.headers.get("authorization", "").partition(" ")
        found = self.subject(self, token) if scheme.lower() == "bearer" and token else None
        if found is None:
            raise ProblemError(401, "say who you are")
        return found

    def member(self, asked: Asked) -> str:
        """The member who calls. Raises ProblemError for anyone else."""
        caller = self.caller(asked)
        if caller in KEEPERS:
            raise ProblemError(403, "it is for members")
        return caller

    def add(self, asked: Asked) -> Answer:
        writer = self.member(asked)
        text = text_of(asked.sent(), "text", 200)
        name = str(uuid4())
        note: dict[str, Any] = {"id": name, "pinned": False, "text": text, "writer": writer}
        self.notes[name] = note
        return json_answer(201, shown(note))

    def list(self, asked: Asked) -> Answer:
        caller = self.member(asked)
        own = [note for note in self.notes.values() if note["writer"] == caller]
        wanted = asked.query.get("text")
        found = [note for note in own if wanted is None or note["text"] == wanted]
        return json_answer(200, {"notes": [shown(note) for note in found]})

    def one(self, asked: Asked, name: str) -> Answer:
        note = self.own(name, self.member(asked))
        match asked.method:
            case "GET":
                return json_answer(200, shown(note))
            case "PATCH":
                sent = asked.sent()
                if "text" in sent:
                    note["text"] = text_of(sent, "text", 200)
                return json_answer(200, shown(note))
            case "DELETE":
                del self.notes[name]
                return Answer(204)
        raise ProblemError(405, "it cannot be done")

    def own(self, name: str, caller: str) -> dict[str, Any]:
        """The caller's own note of a name. Raises ProblemError."""
        note = self.notes.get(name)
        if note is None or note["writer"] != caller:
            raise ProblemError(404, "there is no such note")
        return note

    def send(self, asked: Asked) -> Answer:
        caller = self.member(asked)
        sent = asked.sent()
        text_of(sent, "to", 80)
        note = self.own(text_of(sent, "note", 36), caller)
        return json_answer(201, {"id": str(uuid4()), "text": note["text"]})

    def count(self) -> Answer:
        return json_answer(200, {"notes": len(self.notes), "members": sorted(ACCOUNTS)})

    def go(self, asked: Asked) -> Answer:
        to = asked.query.get("to", "")
        if not re.fullmatch(r"/(?![/\\])[\x21-\x7e]*", to):
            raise ProblemError(422, "it leads nowhere")
        return leading(to)


def leading(to: str) -> Answer:
    """An answer that leads elsewhere."""
    return Answer(302, b"", None, (("Location", to), ("X-Content-Type-Options", "nosniff")))


def shown(note: dict[str, Any]) -> dict[str, Any]:
    """What its writer sees of a note."""
    return {name: value for name, value in note.items() if name != "writer"}


def text_of(sent: dict[str, Any], name: str, most: int, *, least: int = 1) -> str:
    """A text that was sent. Raises ProblemError."""
    value = sent.get(name)
    if not isinstance(value, str) or not least <= len(value) <= most:
        raise ProblemError(422, f"{name} is a text of {least} to {most} characters")
    return value


def _name(asked: Asked) -> str:
    name = asked.query.get("name", "")
    if not 1 <= len(name) <= 200:
        raise ProblemError(422, "say a name")
    return name


Flaw: TypeAlias = Callable[[Board, Asked], Answer]
"""The board's answer to a request, with something wrong in it."""


def _plain() -> Answers:
    return Board()


fixed = service_of(_plain)
"""The board that keeps every rule: one and the same for all flaws."""


def on_board(
    flaw: Flaw | None = None,
    *,
    key: bytes | None = None,
    subject: Callable[[Board, str], str | None] = tokens.subject,
) -> Twin:
    """The board with a flaw in its answers, its key, or in whom it believes; and without."""

    def begin() -> Answers:
        board = Board(subject=subject) if key is None else Board(key, subject=subject)
        return board if flaw is None else partial(flaw, board)

    return Twin("board", SPEC, service_of(begin), fixed)
