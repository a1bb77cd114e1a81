"""A desk of projects that keeps every rule, and what it takes to have it break one."""

from __future__ import annotations

import html
import re
import sqlite3
import threading
from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias
from uuid import uuid4

import attrs

from specc.selftest import rsa
from specc.selftest.asked import Answers, Asked, service_of
from specc.selftest.board import text_of
from specc.selftest.desk_accounts import Accounts, shown
from specc.selftest.desk_spec import SPEC
from specc.selftest.twin import Twin
from specc.serving.answers import PROTECTION, Answer, ProblemError, json_answer

MOST_BODY = 100_000
"""Bytes of a body that are taken."""

_LEAF = re.compile(r"\s*<task>\s*<text>([^<>&]{1,200})</text>\s*</task>\s*")


@attrs.define(eq=False)
class Desk:
    """Projects by id, each with its owner and its tasks."""

    accounts: Accounts = attrs.field(factory=Accounts)
    projects: dict[str, dict[str, Any]] = attrs.field(factory=dict)
    lock: threading.Lock = attrs.field(factory=threading.Lock)

    def __call__(self, asked: Asked) -> Answer:
        """The answer. Raises ProblemError."""
        if len(asked.body) > MOST_BODY:
            raise ProblemError(413, f"a body may have {MOST_BODY} bytes")
        if (asked.method, asked.segments) == ("GET", (".well-known", "jwks.json")):
            return json_answer(200, {"keys": [rsa.KEY]})
        match asked.method, asked.segments[1:] if asked.segments[0] == "v2" else ():
            case "POST", ("accounts",):
                with self.lock:
                    return self.accounts.sign_up(asked)
            case "POST", ("login",):
                return self.accounts.log_in(asked)
            case "POST", ("knocks",):
                with self.lock:
                    return self.accounts.knock(asked)
            case "POST", ("resets",):
                return self.accounts.reset(asked)
            case "GET", ("counts",):
                if self.role(self.caller(asked)) != "chief":
                    raise ProblemError(403, "it is for chiefs")
                return json_answer(200, {"accounts": len(self.accounts.by_email)})
            case _, ("me",):
                return self.me(asked, self.worker(asked))
            case "POST", ("logout",):
                self.worker(asked)
                return self.accounts.log_out(token_of(asked))
            case "POST", ("forgotten",):
                return self.accounts.forget(self.worker(asked))
            case "POST", ("projects",):
                return self.add(asked, self.worker(asked))
            case "GET", ("projects",):
                return self.last(asked, self.worker(asked))
            case _, ("projects", name, *rest):
                return self.one(asked, self.own(name, self.worker(asked)), tuple(rest))
            case "POST", ("imports",):
                self.worker(asked)
                found = _LEAF.fullmatch(asked.body.decode("utf-8", "replace"))
                if "xml" not in asked.headers.get("content-type", "") or found is None:
                    raise ProblemError(422, "that is no task")
                return json_answer(201, {"text": found[1]})
            case "GET", ("search",):
                self.worker(asked)
                return json_answer(200, {"found": self.search(_title(asked))})
            case "POST", ("codes",):
                self.worker(asked)
                code = text_of(asked.sent(), "code", 80)
                return json_answer(200, {"valid": bool(re.fullmatch(r"[a-z]{1,80}", code))})
            case "POST", ("previews",):
                self.worker(asked)
                url = text_of(asked.sent(), "url", 2000)
                if not re.fullmatch(r"https://[^\s/]+\.example(/\S*)?", url):
                    raise ProblemError(422, "that is no URL of ours")
                return page("it is queued")
        raise ProblemError(404, "there is no such thing")

    def caller(self, asked: Asked) -> str:
        """Who calls. Raises ProblemError for nobody."""
        found = self.accounts.subject(token_of(asked))
        if found is None:
            raise ProblemError(401, "say who you are")
        return found

    def role(self, email: str) -> str:
        return str(self.accounts.by_email[email]["role"])

    def worker(self, asked: Asked) -> str:
        """The worker who calls. Raises ProblemError for anyone else."""
        caller = self.caller(asked)
        if self.role(caller) != "worker":
            raise ProblemError(403, "it is for workers")
        return caller

    def me(self, asked: Asked, caller: str) -> Answer:
        account = self.accounts.by_email[caller]
        match asked.method:
            case "GET":
                return json_answer(200, shown(account))
            case "PATCH":
                account["name"] = text_of(asked.sent(), "name", 40)
                return json_answer(200, shown(account))
            case "DELETE":
                del self.accounts.by_email[caller]
                return Answer(204)
        raise ProblemError(405, "it cannot be done")

    def add(self, asked: Asked, caller: str) -> Answer:
        title = text_of(asked.sent(), "title", 200)
        return json_answer(201, facts(self.keep(title, caller)))

    def keep(self, title: str, owner: str) -> dict[str, Any]:
        """A new project."""
        made = {"id": str(uuid4()), "bonus": 0, "title": title, "owner": owner, "tasks": {}}
        self.projects[str(made["id"])] = made
        return made

    def last(self, asked: Asked, caller: str) -> Answer:
        limit = asked.query.get("limit", "5")
        if not re.fullmatch(r"[1-5]", limit):
            raise ProblemError(422, "limit is 1 to 5")
        return self.listed(caller, int(limit))

    def listed(self, caller: str, limit: int) -> Answer:
        """The last projects of somebody."""
        own = [facts(each) for each in self.projects.values() if each["owner"] == caller]
        return json_answer(200, {"projects": own[::-1][:limit]})

    def own(self, name: str, caller: str) -> dict[str, Any]:
        """The caller's own project of a name. Raises ProblemError."""
        project = self.projects.get(name)
        if project is None or project["owner"] != caller:
            raise ProblemError(404, "there is no such project")
        return project

    def one(self, asked: Asked, project: dict[str, Any], rest: tuple[str, ...]) -> Answer:
        match asked.method, rest:
            case "GET", ():
                return json_answer(200, facts(project))
            case "GET", ("page",):
                return page(f"<h1>{html.escape(project['title'])}</h1>")
            case "DELETE", ():
                self.projects.pop(project["id"], None)
                return Answer(204)
            case "POST", ("bonus",):
                with self.lock:
                    if project["bonus"]:
                        raise ProblemError(409, "it had its bonus")
                    project["bonus"] = 10
                return json_answer(200, facts(project))
            case "POST", ("tasks",):
                task = {"id": str(uuid4()), "text": text_of(asked.sent(), "text", 200)}
                project["tasks"][task["id"]] = task
                return json_answer(201, task)
            case "GET", ("tasks", name) if name in project["tasks"]:
                return json_answer(200, project["tasks"][name])
        raise ProblemError(404, "there is no such thing")

    def search(self, title: str) -> list[str]:
        return rows("SELECT title FROM t WHERE title = ?", title)


def rows(statement: str, *bound: str) -> list[str]:
    """What a statement finds among two titles."""
    database = sqlite3.connect(":memory:")
    try:
        database.execute("CREATE TABLE t (title)")
        database.executemany("INSERT INTO t VALUES (?)", [("first",), ("second",)])
        return [str(row[0]) for row in database.execute(statement, bound)]
    finally:
        database.close()


def token_of(asked: Asked) -> str:
    """The bearer's token that was sent; empty without one."""
    scheme, _, token = asked.headers.get("authorization", "").partition(" ")
    return token if scheme.lower() == "bearer" else ""


def facts(project: dict[str, Any]) -> dict[str, Any]:
    """What its owner sees of a project."""
    return {name: value for name, value in project.items() if name not in ("owner", "tasks")}


def page(text: str) -> Answer:
    """An answer for browsers."""
    return Answer(200, text.encode(), "text/html; charset=utf-8", PROTECTION)


def _title(asked: Asked) -> str:
    title = asked.query.get("title", "")
    if not 1 <= len(title) <= 200:
        raise ProblemError(422, "title is a text of 1 to 200 characters")
    return title


Flaw: TypeAlias = Callable[[Desk, Asked], Answer]
"""The desk's answer to a request, with something wrong in it."""


def _plain() -> Answers:
    return Desk()


fixed = service_of(_plain)
"""The desk that keeps every rule: one and the same for all flaws."""


def on_desk(flaw: Flaw | None = None, accounts: Callable[[], Accounts] = Accounts) -> Twin:
    """The desk with a flaw in its answers or its accounts; and without."""

    def begin() -> Answers:
        desk = Desk(accounts())
        return desk if flaw is None else partial(flaw, desk)

    return Twin("desk", SPEC, service_of(begin), fixed)
