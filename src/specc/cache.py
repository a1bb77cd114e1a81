"""The user's cache folder: entries by key, safe against other users and against torn writes.

The cache only ever saves time. Where there is no folder that can be trusted, everything works
without one; an entry that is not whole is a miss. Lean: a build that has nothing to do asks for the
folder, and must not wait for `pathlib` or `tempfile`.
"""

from __future__ import annotations

import os
import stat
import sys

_SUM = 32


def cache_folder() -> str | None:
    """The folder, made if it isn't there; None where there is none that only this user can write.

    `SPECC_CACHE_DIR` names another one than the platform's usual.
    """
    folder = _usual()
    if folder is None:
        return None
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        found = os.lstat(folder)
    except OSError:
        return None
    if not stat.S_ISDIR(found.st_mode):
        return None
    # Entries are loaded as code tables: whoever could write them could run what he likes.
    if hasattr(os, "getuid") and (
        found.st_uid != os.getuid() or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    ):
        return None
    return folder


def _usual() -> str | None:
    named = os.environ.get("SPECC_CACHE_DIR")
    if named:
        return named
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "specc") if base and os.path.isabs(base) else None


def read(key: str) -> bytes | None:
    """What was written under a key; None where nothing is, or where it isn't whole."""
    path = _place(key)
    if path is None:
        return None
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return None
    total, content = data[:_SUM], data[_SUM:]
    return content if _digest(content) == total else None


def write(key: str, content: bytes) -> None:
    """Keep `content` under a key. What cannot be written is not kept: nobody is told."""
    path = _place(key)
    if path is None:
        return
    temporary = f"{path}.{os.getpid()}"
    try:
        with open(temporary, "wb") as file:
            file.write(_digest(content))
            file.write(content)
        os.replace(temporary, path)
    except OSError:
        try:
            os.unlink(temporary)
        except OSError:
            return


def _place(key: str) -> str | None:
    folder = cache_folder()
    # Keys may be of any text; a file's name is the key's hash.
    return None if folder is None else os.path.join(folder, _digest(key.encode()).hex()[:40])


def _digest(content: bytes) -> bytes:
    import hashlib

    return hashlib.sha256(content).digest()
