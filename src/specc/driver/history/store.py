"""Where the figures of runs are kept: a SQLite file in the folder that specc is run in."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence

import attrs

FOLDER = ".specc"
NAME = "history.sqlite"
KEPT = 200
"""Runs that are kept; the oldest make room."""
_VERSION = 2
_TABLES = """
CREATE TABLE runs (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, revision TEXT NOT NULL, environment TEXT NOT NULL,
  seed INTEGER NOT NULL, seconds REAL NOT NULL
);
CREATE TABLE outcomes (
  run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, suite TEXT NOT NULL,
  obligation TEXT NOT NULL, endpoint TEXT NOT NULL, outcome TEXT NOT NULL, seconds REAL NOT NULL,
  PRIMARY KEY (run, suite, obligation)
) WITHOUT ROWID;
CREATE TABLE figures (
  run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, subject TEXT NOT NULL,
  name TEXT NOT NULL, value REAL NOT NULL, PRIMARY KEY (run, subject, name)
) WITHOUT ROWID;
"""
_SINCE_2 = """
ALTER TABLE runs ADD COLUMN pipeline TEXT NOT NULL DEFAULT '';
CREATE TABLE versions (
  run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, suite TEXT NOT NULL,
  version TEXT NOT NULL, PRIMARY KEY (run, suite)
) WITHOUT ROWID;
CREATE TABLE latencies (
  run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, suite TEXT NOT NULL,
  endpoint TEXT NOT NULL, status TEXT NOT NULL, median REAL NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (run, suite, endpoint, status)
) WITHOUT ROWID;
"""


class HistoryError(Exception):
    """The history cannot be read or kept; the text says why."""


@attrs.frozen
class Outcome:
    """An obligation in a run; `seconds` is how long its test took."""

    suite: str
    obligation: str
    endpoint: str
    outcome: str
    seconds: float


@attrs.frozen
class Figure:
    """A figure of a load run: `checkout: get_order`, `p95`, in seconds."""

    subject: str
    name: str
    value: float


@attrs.frozen
class Latency:
    """How long an endpoint's answers of a status took: the median, in seconds, of so many."""

    suite: str
    endpoint: str
    status: str
    median: float
    count: int


@attrs.frozen
class Run:
    """A run: when it began (ISO 8601, UTC), of which commit, with all that became of it."""

    at: str
    revision: str
    environment: str
    seed: int
    seconds: float
    outcomes: tuple[Outcome, ...] = attrs.field(repr=False)
    figures: tuple[Figure, ...] = attrs.field(default=(), repr=False)
    latencies: tuple[Latency, ...] = attrs.field(default=(), repr=False)
    versions: Mapping[str, str] = attrs.field(factory=dict)
    """By suite: another one where its spec is another."""
    pipeline: str = ""
    """The pipeline that it was, or `PIPELINE/STAGE`: what ran side by side is slower for that."""


def keep(run: Run, folder: str = FOLDER) -> None:
    """Add a run. Raises HistoryError."""
    with _opened(folder) as base:
        cursor = base.execute(
            "INSERT INTO runs (at, revision, environment, seed, seconds, pipeline)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (run.at, run.revision, run.environment, run.seed, run.seconds, run.pipeline),
        )
        number = cursor.lastrowid
        base.executemany(
            "INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?, ?, ?, ?)",
            ((number, *attrs.astuple(each)) for each in run.outcomes),
        )
        base.executemany(
            "INSERT OR REPLACE INTO figures VALUES (?, ?, ?, ?)",
            ((number, *attrs.astuple(each)) for each in run.figures),
        )
        base.executemany(
            "INSERT OR REPLACE INTO latencies VALUES (?, ?, ?, ?, ?, ?)",
            ((number, *attrs.astuple(each)) for each in run.latencies),
        )
        base.executemany(
            "INSERT OR REPLACE INTO versions VALUES (?, ?, ?)",
            ((number, *each) for each in run.versions.items()),
        )
        base.execute(
            "DELETE FROM runs WHERE id NOT IN (SELECT id FROM runs ORDER BY id DESC LIMIT ?)",
            (KEPT,),
        )


def recall(environment: str, most: int, folder: str = FOLDER) -> Sequence[Run]:
    """The last runs in an environment, the newest last. Raises HistoryError."""
    if not os.path.exists(os.path.join(folder, NAME)):
        return ()
    with _opened(folder) as base:
        rows = base.execute(
            "SELECT id, at, revision, environment, seed, seconds, pipeline FROM runs"
            " WHERE environment = ? ORDER BY id DESC LIMIT ?",
            (environment, most),
        ).fetchall()
        return [_run(base, *row) for row in reversed(rows)]


def _run(
    base: sqlite3.Connection,
    number: int,
    at: str,
    revision: str,
    environment: str,
    seed: int,
    seconds: float,
    pipeline: str,
) -> Run:
    outcomes = base.execute(
        "SELECT suite, obligation, endpoint, outcome, seconds FROM outcomes WHERE run = ?",
        (number,),
    )
    figures = base.execute("SELECT subject, name, value FROM figures WHERE run = ?", (number,))
    latencies = base.execute(
        "SELECT suite, endpoint, status, median, count FROM latencies WHERE run = ?", (number,)
    )
    return Run(
        at,
        revision,
        environment,
        seed,
        seconds,
        tuple(Outcome(*row) for row in outcomes),
        tuple(Figure(*row) for row in figures),
        tuple(Latency(*row) for row in latencies),
        dict(base.execute("SELECT suite, version FROM versions WHERE run = ?", (number,))),
        pipeline,
    )


@contextlib.contextmanager
def _opened(folder: str) -> Iterator[sqlite3.Connection]:
    place = os.path.join(folder, NAME)
    try:
        os.makedirs(folder, exist_ok=True)
        ignore = os.path.join(folder, ".gitignore")
        if not os.path.exists(ignore):
            with open(ignore, "w", encoding="utf-8") as file:
                file.write("*\n")
        base = sqlite3.connect(place, timeout=10)
    except (OSError, sqlite3.Error) as error:
        raise HistoryError(f"{place}: {error}") from error
    try:
        with base:
            base.execute("PRAGMA foreign_keys = ON")
            _prepare(base)
            yield base
    except sqlite3.Error as error:
        raise HistoryError(f"{place}: {error}; remove it to begin anew") from error
    finally:
        base.close()


def _prepare(base: sqlite3.Connection) -> None:
    (version,) = base.execute("PRAGMA user_version").fetchone()
    steps = {0: _TABLES + _SINCE_2, 1: _SINCE_2}
    if version in steps:
        script = f"BEGIN IMMEDIATE;{steps[version]}PRAGMA user_version = {_VERSION};COMMIT;"
        base.executescript(script)
    elif version != _VERSION:
        raise sqlite3.DatabaseError(f"it was made by another version of specc ({version})")
