"""Whether a service has more to it than it says: old versions, and paths that are often there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specc.runtime.actor import Actor, anonymous
from specc.runtime.broken import Broken
from specc.runtime.endpoint import Endpoint
from specc.runtime.exchange import Response
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, succeeded, told
from specc.runtime.security.judging import alike
from specc.runtime.security.variants import at_target, target_of
from specc.runtime.values import unique

_VERSION = re.compile(r"(?<=/)(v)(\d{1,3})(?=/|$|\?)", re.I)
_SIBLINGS = ("beta", "alpha", "internal", "dev", "test", "old", "legacy")
_PATHS = (
    "admin", "admin/users", "admin/config", "admin/export", "admin/stats", "admin/logs",
    "administrator", "api/admin", "api/admin/users", "api/internal", "api/internal/users",
    "api/users", "api/users/all", "api/config", "api/backup", "api/export", "api/logs", "api/keys",
    "internal", "internal/users", "internal/config", "internal/metrics", "private", "users",
    "users/all", "accounts", "config", "config.json", "settings", "settings.json", "env", "logs",
    "log", "dump", "dump.sql", "backup", "backup.zip", "backup.sql", "backups", "db.sqlite",
    "database.sql", "export", "export/users", "test", "tests", "old", "legacy", "sessions",
    "tokens", "keys", "secrets", "credentials", "sql", "query", "shell", "exec", "eval", "upload",
    "uploads", "files", "tmp", "graphql",
)  # fmt: skip
"""Paths that nobody means to be public, and that are found all the same."""


_BESIDE = (
    "_debug", "debug", "_all", "all", "export", "dump", "admin", "internal", "backup", "config",
    "list", "search", "stats", "_stats", "metrics", "raw",
)  # fmt: skip
"""What is added to a collection for its developers, and left there."""

_FOLDERS = 12
"""Collections that are looked at."""


def hides_no_version(rule: str, attempt: Attempt) -> None:
    """No other version of the path is served as the declared one is. Raises Broken.

    A version that cannot be there must not be served, or nothing can be told.
    """
    __tracebackhide__ = True
    control = attempt.send()
    if not succeeded(control) or not control.content:
        inconclusive(f"{told(control)}: there is nothing to compare with")
    target = target_of(attempt)
    nowhere = _served(attempt, control, _VERSION.sub("v98765", target, count=1), attempt.actor)
    if nowhere is not None:
        inconclusive("a version that cannot be there is served as well")
    for other in _others(target):
        for actor in (anonymous, attempt.actor):
            found = _served(attempt, control, other, actor)
            if found is not None:
                path = other.partition("?")[0]
                said = f"{path}, which the spec does not know, is served to {actor.name}"
                raise breach(rule, said, found, control)


def _others(target: str) -> Iterator[str]:
    """The same path under other versions: the two before, the two after, and usual names."""
    found = _VERSION.search(target)
    if found is None:
        return
    number = int(found[2])
    names = [f"{found[1]}{other}" for other in range(max(0, number - 2), number + 3)]
    for name in (*names, *_SIBLINGS):
        if name != found[0]:
            yield _VERSION.sub(name, target, count=1)
    yield target[: found.start()] + target[found.end() + 1 :]  # without any version


def _served(attempt: Attempt, control: Response, target: str, actor: Actor) -> Response | None:
    __tracebackhide__ = True
    declared = {each.path for each in attempt.endpoint.service.endpoints.values()}
    base = attempt.endpoint.service.base
    path = target.partition("?")[0]
    if path.startswith(base) and any(_fits(path[len(base) :], each) for each in declared):
        return None
    try:
        answer = at_target(attempt, target, actor, named=True)
    except Broken:
        return None
    return answer if alike(answer, control) else None


def _fits(path: str, declared: str) -> bool:
    """Whether a path is one that an endpoint declares."""
    pattern = re.sub(r"\\\{[^{}]*\\\}", "[^/]+", re.escape(declared))
    return re.fullmatch(pattern, path) is not None


def hides_no_path(rule: str, attempt: Attempt) -> None:
    """No path that is often there, and that the spec does not know, is open to everyone.
    Raises Broken.

    What is served alike at random paths, or is the service's front page, is none.
    """
    __tracebackhide__ = True
    service = attempt.endpoint.service
    declared = {each.path for each in service.endpoints.values()}
    known = [
        _seen(attempt, f"{service.base}/{each}") for each in ("", unique("no"), "admin/no-such")
    ]
    _beside(rule, attempt)
    for name in _PATHS:
        path = f"/{name}"
        if any(_fits(path, each) for each in declared):
            continue
        answer = _seen(attempt, f"{service.base}{path}")
        if answer is None or answer.status != 200 or len(answer.content.strip()) < 3:
            continue
        if any(other is not None and _like(answer, other, name) for other in known):
            continue
        deeper = _seen(attempt, f"{service.base}{path}-{unique('no')}")
        if deeper is not None and _like(answer, deeper, name):
            continue
        raise breach(rule, f"{path} is open to everyone", answer, *_least(deeper), where=path)


def _beside(rule: str, attempt: Attempt) -> None:
    """Nothing but things lies beside the things of a collection: `/users/_debug`. Raises Broken."""
    __tracebackhide__ = True
    service = attempt.endpoint.service
    known = {each.path for each in service.endpoints.values() if each.method == "GET"}
    things = [
        each
        for each in service.endpoints.values()
        if each.method == "GET" and re.search(r"/\{[^/{}]+\}$", each.path)
    ]
    folders = {each.path.rpartition("/")[0]: each for each in things}
    for folder in {path for path in known if "{" not in path and path != "/"} - set(folders):
        folders[folder] = attempt.endpoint
    for folder, thing in sorted(folders.items())[:_FOLDERS]:
        if "{" in folder:
            continue
        random = _seen(attempt, f"{service.base}{folder}/{unique('no')}")
        if random is None or random.status < 400:
            continue
        for name in _BESIDE:
            path = f"{folder}/{name}"
            if path in known:
                continue
            answer = _seen(attempt, f"{service.base}{path}")
            if answer is None or answer.status != 200 or len(answer.content.strip()) < 3:
                continue
            if thing.path.startswith(folder + "/{") and _as_promised(thing, answer):
                continue  # a thing that is so called
            raise breach(rule, f"{path} is open to everyone", answer, random, where=path)


def _as_promised(endpoint: Endpoint, answer: Response) -> bool:
    promise = endpoint.promises.get(200)
    if promise is None or promise.contract is None:
        return True
    return answer.is_json and promise.contract.holds(answer.json)


def _seen(attempt: Attempt, target: str) -> Response | None:
    __tracebackhide__ = True
    try:
        return at_target(attempt, target, anonymous)
    except Broken:
        return None


def _like(answer: Response, other: Response, name: str) -> bool:
    """Whether two answers are one page: as HTML of one title, or the same but for the path."""
    if answer.status != other.status:
        return False
    if answer.media == other.media == "text/html":
        return _title(answer.text) == _title(other.text)
    said = answer.text.replace(name, "")
    return said == other.text or abs(len(said) - len(other.text)) < 0.05 * len(said)


def _title(text: str) -> str:
    found = re.search(r"<title[^>]*>([^<]*)", text, re.I)
    return found[1].strip() if found else text[:200]


def _least(answer: Response | None) -> tuple[Response, ...]:
    return () if answer is None else (answer,)
