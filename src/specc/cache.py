"""The user's cache folder: entries by key, safe against other users and against torn writes.

The cache only ever saves time. Where there is no folder that can be trusted, everything works
without one; an entry that is not whole is a miss.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
from functools import cache
from pathlib import Path

_SUM = hashlib.sha256().digest_size


@cache
def cache_folder() -> Path | None:
    """The folder, made if it isn't there; None where there is none that only this user can write.

    `SPECC_CACHE_DIR` names another one than the platform's usual.
    """
    folder = _usual()
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
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


def _usual() -> Path | None:
    named = os.environ.get("SPECC_CACHE_DIR")
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "specc" if base and os.path.isabs(base) else None


def read(key: str) -> bytes | None:
    """What was written under a key; None where nothing is, or where it isn't whole."""
    path = _place(key)
    if path is None:
        return None
    try:
        data = path.read_bytes()
    except OSError:
        return None
    total, content = data[:_SUM], data[_SUM:]
    return content if hashlib.sha256(content).digest() == total else None


def write(key: str, content: bytes) -> None:
    """Keep `content` under a key. What cannot be written is not kept: nobody is told."""
    path = _place(key)
    if path is None:
        return
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=".new-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(content).digest())
            file.write(content)
        os.replace(temporary, path)
    except OSError:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def _place(key: str) -> Path | None:
    folder = cache_folder()
    # Keys may be of any text; a file's name is the key's hash.
    return None if folder is None else folder / hashlib.sha256(key.encode()).hexdigest()[:40]
