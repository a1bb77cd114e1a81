"""What a build remembers for the next one, in the user's cache folder.

Without it (another machine, a cleared cache) a build does everything anew, and knows its own
files by the sums in each suite's manifest.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable
from typing import TypedDict

from specc import __version__
from specc.driver import fresh
from specc.driver.facts import Facts

FORMAT = 1


class SourceRecord(TypedDict):
    """A file that was read. `facts` is None for data files; `sum` is "" where it was missing."""

    stamp: tuple[int, int]
    sum: str
    facts: Facts | None


class OutputRecord(TypedDict):
    """A file that was written."""

    stamp: tuple[int, int]
    sum: str


class SuiteRecord(TypedDict):
    """A suite that was built. `notes` are its warnings, see `specc.driver.notes`."""

    root: str
    day: str
    sources: dict[str, str]
    outputs: list[str]
    notes: list[list[str]]


class State(TypedDict):
    """Everything that is remembered of one project and output folder.

    Plain dicts, not attrs classes: a thousand suites make ten thousand entries, which a build that
    changes one of them can't afford to wrap.
    """

    format: int
    identity: str
    tool: str
    sources: dict[str, SourceRecord]
    outputs: dict[str, OutputRecord]
    suites: dict[str, SuiteRecord]


def digest(data: bytes) -> str:
    """The sum by which contents are compared."""
    return digest_of((data,))


def digest_of(pieces: Iterable[bytes]) -> str:
    """The sum of a content that comes in pieces."""
    total = hashlib.sha256()
    for piece in pieces:
        total.update(piece)
    return total.hexdigest()


def tool_sum() -> str:
    """The sum of what compiles: this package's version and files, and the interpreter."""
    lines = [__version__, sys.version]
    for path in fresh.tool_files():
        changed, size = fresh.stamp(path)
        lines.append(f"{path}\0{changed}\0{size}")
    return digest("\n".join(lines).encode("utf-8", "surrogateescape"))


def state_path(output: str) -> str:
    """Where the state is kept."""
    return fresh.place(f"state-{fresh.record_name(output)}.json")


def pending_path(output: str) -> str:
    """Where the sums are kept of what a build is about to write."""
    return fresh.place(f"pending-{fresh.record_name(output)}.json")


def empty_state(output: str) -> State:
    """The state of a project that was never built."""
    return State(
        format=FORMAT,
        identity=fresh.identity(output),
        tool="",
        sources={},
        outputs={},
        suites={},
    )


def read_state(output: str) -> State:
    """The state as the last build left it; an empty one where there is none to be had."""
    try:
        with open(state_path(output), encoding="utf-8", errors="surrogateescape") as file:
            state: State = json.load(file)
        if state["format"] == FORMAT and state["identity"] == fresh.identity(output):
            return state
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return empty_state(output)


def write_state(output: str, state: State) -> None:
    """Keep the state for the next build."""
    text = json.dumps(state, ensure_ascii=True, separators=(",", ":"))
    fresh.write_quietly(state_path(output), text.encode("utf-8"))


def read_pending(output: str) -> dict[str, str]:
    """What an interrupted build was about to write: sums by file. Empty after one that ended."""
    try:
        with open(pending_path(output), encoding="utf-8") as file:
            pending = json.load(file)
        if pending.pop("identity") == fresh.identity(output):
            return dict(pending["sums"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    return {}


def write_pending(output: str, sums: dict[str, str]) -> None:
    """Say what is about to be written, so that a build after an interruption knows it for ours."""
    text = json.dumps({"identity": fresh.identity(output), "sums": sums})
    fresh.write_quietly(pending_path(output), text.encode("utf-8"))
