"""Hold on to a started service, together with other processes that need the same one."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from specc.runtime import guardian
from specc.runtime.guardian import FileLock

_PATIENCE = 15.0
"""Seconds that the guardian is given to stop a service; it needs ten at most."""


class SharedServer:
    """A command that several processes may want to have running, once for all of them."""

    def __init__(self, url: str, command: list[str], folder: Path) -> None:
        self.command = command
        self._cwd = folder
        key = "\0".join([url, *command, str(folder.resolve())])
        self._folder = _private_folder() / hashlib.sha256(key.encode()).hexdigest()[:20]
        self._server = FileLock(self._folder / guardian.SERVER)

    def join(self) -> FileLock | None:
        """Hold on to the command if it runs already; None if it does not."""
        with self._alone():
            if not self._server.is_free:
                return self._hold()
            if not guardian.living_holders(self._folder):
                guardian.clear(self._folder)
            return None

    def start(self) -> FileLock:
        """Run the command, unless it runs already, and hold on to it."""
        with self._alone():
            holder = self._hold()
            if self._server.is_free:
                self._run()
            return holder

    def let_go(self, holder: FileLock) -> None:
        """Stop holding on. The last to do so stops the command, and waits until it has ended."""
        with self._alone():
            holder.release()
            if guardian.living_holders(self._folder):
                return
            (self._folder / guardian.STOP).touch()
            until = time.monotonic() + _PATIENCE
            while not self._server.is_free and time.monotonic() < until:
                time.sleep(0.01)
            guardian.clear(self._folder)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else changes anything about this command in a `with` block."""
        lock = FileLock(self._folder / guardian.LOCK)
        while True:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            with suppress(FileNotFoundError):  # who left last has just removed the folder
                lock.acquire()
                break
        try:
            yield
        finally:
            lock.release()

    def _hold(self) -> FileLock:
        holder = FileLock(self._folder / guardian.HOLDERS.replace("*", uuid4().hex))
        holder.acquire()
        return holder

    def ending(self) -> str:
        """How the command ended, in words; empty while it runs."""
        if not self._server.is_free:
            return ""
        try:
            return (self._folder / guardian.EXIT).read_text() or "it has ended"
        except OSError:
            return "it has ended"

    def log_tail(self, lines: int = 20) -> str:
        """The last lines that the command printed."""
        try:
            with open(self._folder / guardian.LOG, "rb") as log:
                log.seek(max(0, log.seek(0, os.SEEK_END) - 16384))
                text = log.read().decode("utf-8", "replace")
        except OSError:
            return ""
        return "\n".join(text.rstrip().splitlines()[-lines:])

    def _run(self) -> None:
        for name in (guardian.STOP, guardian.EXIT):
            (self._folder / name).unlink(missing_ok=True)
        script = str(Path(guardian.__file__).resolve())
        path = os.pathsep.join(
            [os.path.dirname(sys.executable), os.environ.get("PATH", os.defpath)]
        )
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", script, str(self._folder), json.dumps(self.command)],
            cwd=self._cwd,
            env={**os.environ, "PATH": path},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for us; the service stops when we are done
        )
        if hasattr(os, "fork"):
            process.wait()  # what stays is its child, which is nobody's
        else:
            _started.append(process)
        # From here on the lock is what says whether it runs; it must be taken before anyone asks.
        until = time.monotonic() + _PATIENCE
        while self._server.is_free and time.monotonic() < until:
            if (self._folder / guardian.EXIT).exists():
                break  # it has come and gone
            time.sleep(0.005)


# Kept, so that no one warns of a process that is not waited for.
_started: list[subprocess.Popen[bytes]] = []


def _private_folder() -> Path:
    """A folder of this user alone, the same for all of the user's processes."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir()) / f"specc-{user}"
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or (
        hasattr(os, "getuid") and (status.st_uid != user or status.st_mode & 0o077)
    ):
        raise PermissionError(f"{folder} must be a folder that only its owner can enter; remove it")
    return folder
