"""Whole regression tests, and the file that they are gathered in."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import attrs

from specc.ir import nodes
from specc.learning.literals import quoted
from specc.learning.steps import Steps, Told
from specc.plan.nodes import Plan

SURVIVES = "2xx, 3xx, 4xx"
"""What a request that nothing is promised for may be answered: anything but a failure."""


@attrs.frozen
class Found:
    """A broken obligation of a spec, and the calls that a run has found to break it."""

    obligation: str
    spec: str
    calls: Told


def alias_of(spec: str) -> str:
    """What a spec's names are brought in as: its own name, as a word."""
    stem = spec.rsplit("/", 1)[-1].removesuffix(".bts")
    word = re.sub(r"[^a-z0-9]+", "_", stem.lower()).strip("_")
    return word if word[:1].isalpha() else f"spec_{word}"


def expected(found: Found, plan: Plan) -> str:
    """The statuses that the last call should be answered with, as a test says them."""
    if found.calls["expects"]:
        return ", ".join(str(status) for status in found.calls["expects"])
    for test in plan.properties.tests:
        if test.obligation == found.obligation:
            if test.valid:
                return ", ".join(str(status) for status in test.call.statuses)
            part = found.calls["part"]
            invalid = test.shape.invalid
            in_query = part != "body" and _in_query(plan.suite, test.call.endpoint, part)
            status = invalid.get(part, invalid.get("query") if in_query else None)
            return SURVIVES if status is None else str(status)
    return SURVIVES


def _in_query(suite: nodes.Suite, endpoint: str, name: str) -> bool:
    return any(
        item.name == name and item.place_in == "query"
        for item in suite.by_name[endpoint].parameters
    )


def regression(found: Found, plan: Plan, *, raw: bool = False) -> str:
    """A test that shows it again. Raises UnsayableError where the language can't say its calls."""
    lines = Steps(plan.suite, alias_of(found.spec), raw).write(found.calls, expected(found, plan))
    body = "\n".join(lines)
    # What it does is part of its title: two tests that do the same are one.
    digest = hashlib.sha256(body.encode()).hexdigest()[:8]
    title = quoted(f"found: {found.obligation} ({digest})")
    return f"test {title} tagged found {{\n{body}\n}}\n"


def with_tests(text: str, imports: Sequence[tuple[str, str]], tests: Sequence[str]) -> str:
    """A file's text with imports (path, alias) and tests added that it does not have yet."""
    head = [
        f"import {quoted(path)} as {alias}"
        for path, alias in imports
        if not re.search(rf'(?m)^import "[^"]*" as {re.escape(alias)}\s*$', text)
    ]
    fresh = [test for test in tests if test.partition("\n")[0] not in text]
    if not fresh:
        return text
    if not text:
        text = '"""What runs have found: each test failed when it was written."""\n'
    if head:
        text = _after_imports(text, head)
    return text.rstrip("\n") + "\n\n" + "\n".join(fresh)


def _after_imports(text: str, head: list[str]) -> str:
    lines = text.split("\n")
    last = max((at for at, line in enumerate(lines) if line.startswith("import ")), default=None)
    if last is not None:
        return "\n".join([*lines[: last + 1], *head, *lines[last + 1 :]])
    first = 1 if lines[0].startswith('"""') and lines[0].count('"""') == 2 else 0
    rest = "\n".join(lines[first:]).lstrip("\n")
    top = [*lines[:first], "", *head] if first else head
    return "\n".join(top) + "\n" + (f"\n{rest}" if rest else "")
