"""Is there anything to do? Answered by `os.stat` alone, before anything that costs is imported.

A build that succeeded leaves a record of all that it depended on and all that it wrote, each with
its time of change and its size. As long as they are the same, the outcome would be too. The record
is plain text, fields that end in NUL, since even `json` would double the time this takes.
"""

from __future__ import annotations

import os
import sys
import time
from binascii import crc32

from specc import __version__
from specc.cache import cache_folder
from specc.driver.inputs import DriverError, find_specs

TYPE_CHECKING = False  # lean modules do without `typing`, half the cost of a start
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMAT = "specc fresh 2"
MISSING = (-1, -1)

_UNSEEN = frozenset({"__pycache__", "runtime", "demo", "cli", "lsp", "format", "highlight"})
"""Folders of this package that no output depends on."""


def stamp(path: str) -> tuple[int, int]:
    """What tells that a file was changed: its time of change and its size; MISSING if it's gone."""
    try:
        seen = os.stat(path)
    except OSError:
        return MISSING
    return (seen.st_mtime_ns, seen.st_size)


def today() -> str:
    """The day, as in 2030-01-01: what a waiver's last day is compared with."""
    return time.strftime("%Y-%m-%d")


def tool_files() -> list[str]:
    """The files of the compiler itself: with another compiler, the outcome may be another."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    waiting, found = [package], []
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name not in _UNSEEN and not entry.name.startswith("."):
                        waiting.append(entry.path)
                else:
                    found.append(entry.path)
    # In the source tree the grammar stands beside src; in a wheel it is within the package.
    grammar = os.path.join(package, "..", "..", "grammar", "bts.lark")
    if os.path.isfile(grammar):
        found.append(grammar)
    found.sort()
    return found


def record_name(output: str) -> str:
    """What the files are called that keep the state of a project's output folder.

    The name may, rarely, be another project's too: each file says inside whose it is.
    """
    return f"{crc32(identity(output).encode('utf-8', 'surrogateescape')):08x}"


def record_path(output: str) -> str:
    """Where the record of the last build is kept; "" where there is no place for one."""
    return place(f"fresh-{record_name(output)}")


def place(name: str) -> str:
    """Where a file of the cache is kept; "" where there is no place for one."""
    folder = cache_folder()
    return os.path.join(folder, name) if folder else ""


def identity(output: str) -> str:
    """A project and its output folder."""
    return f"{os.getcwd()}\n{os.path.abspath(output)}"


def header(paths: Sequence[str], output: str) -> list[str]:
    """The part of a record that must be equal: who built what, from where."""
    who = [FORMAT, __version__, sys.version, _installed()]
    return [*who, identity(output), "\n".join(paths)]


def _installed() -> str:
    """Tells when packages came or went: some bring security rules."""
    folders = [path for path in sys.path if path.endswith("-packages")]
    return "\n".join(f"{path} {_changed(path)}" for path in folders)


def _changed(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0


def write_record(
    place: str,
    head: Sequence[str],
    *,
    expires: str,
    notes: tuple[str, str],
    summary: str,
    specs: Sequence[str],
    stamps: Iterable[tuple[str, tuple[int, int]]],
) -> None:
    """Leave the record of a build that succeeded.

    `expires` is the last day on which it counts ("" for ever); `notes` are the warnings to repeat,
    plain and coloured.
    """
    fields = [*head, expires, *notes, summary, str(len(specs)), *specs]
    for path, (changed, size) in stamps:
        fields += (path, str(changed), str(size))
    write_quietly(place, "\0".join(fields).encode("utf-8", "surrogateescape"))


def write_quietly(place: str, data: bytes) -> None:
    """Write a file of the cache, whole or not at all. Where that can't be done we go without."""
    if not place:
        return
    temporary = f"{place}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        with open(temporary, "wb") as file:
            file.write(data)
        os.replace(temporary, place)
    except OSError:
        forget(temporary)


def forget(place: str) -> None:
    """Remove a file of the cache, if it is there and can be."""
    try:
        os.unlink(place)
    except OSError:
        return


def is_fresh(paths: Sequence[str], output: str, place: str) -> tuple[str, tuple[str, str]] | None:
    """The summary and notes of the last build if a new one would do nothing; otherwise None."""
    try:
        with open(place, "rb") as file:
            fields = file.read().decode("utf-8", "surrogateescape").split("\0")
    except OSError:
        return None
    head = header(paths, output)
    count = len(head)
    if fields[:count] != head or len(fields) < count + 5:
        return None
    expires, plain, coloured, summary, number = fields[count : count + 5]
    if expires and today() > expires:
        return None
    if not number.isdecimal():
        return None
    first = count + 5
    last = first + int(number)
    try:
        if fields[first:last] != find_specs(paths, output):
            return None
        stamps = iter(fields[last:])
        for path, changed, size in zip(stamps, stamps, stamps, strict=True):
            seen = os.stat(path)
            if seen.st_mtime_ns != int(changed) or seen.st_size != int(size):
                return None
    except (OSError, ValueError, DriverError):
        return None
    return summary, (plain, coloured)
