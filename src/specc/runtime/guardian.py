"""Run a service for as long as somebody holds on to it. This file is also run as a script.

A service is shared by processes that know nothing of each other, and any of them may be killed. So
none of them is its parent: this process is, and it stops the service when nobody is left. Who is
left is told by locks, which the system drops with the process that held them, however it ended.

The script imports nothing but the standard library: it has to start at once.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any

LOCK = "lock"
"""Held while anything in the folder changes."""
SERVER = "server"
"""Held by the guardian for as long as the service may be running."""
HOLDERS = "holder-*"
"""Each held by a process that needs the service."""
STOP = "stop"
"""There once the last holder has left."""
LOG = "log"
"""What the service printed."""
EXIT = "exit"
"""How the service ended, in words."""

_EVERY = 0.1
_GRACE = 5.0


class FileLock:
    """An exclusive lock on a file, which ends with the process at the latest."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] | None = None

    def acquire(self, *, wait: bool) -> bool:
        """Take the lock; without `wait`, return False where another has it."""
        file = open(self.path, "a+b")  # noqa: SIM115 (it stays open for as long as the lock is held)
        try:
            taken = _lock(file, wait)
        except BaseException:
            file.close()
            raise
        if taken:
            self._file = file
        else:
            file.close()
        return taken

    def release(self) -> None:
        """Let go of the lock."""
        if self._file is not None:
            self._file.close()
            self._file = None

    @property
    def is_free(self) -> bool:
        """Whether nobody has the lock."""
        if not self.path.exists():
            return True
        if self.acquire(wait=False):
            self.release()
            return True
        return False

    def __enter__(self) -> FileLock:
        self.acquire(wait=True)
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes], wait: bool) -> bool:
        while True:
            try:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
                time.sleep(0.02)
            else:
                return True

else:
    import fcntl

    def _lock(file: IO[bytes], wait: bool) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True


def living_holders(folder: Path) -> int:
    """How many processes need the service; what dead ones left is removed. Call it with the lock."""
    count = 0
    for path in folder.glob(HOLDERS):
        if FileLock(path).is_free:
            path.unlink(missing_ok=True)
        else:
            count += 1
    return count


def guard(folder: Path, command: list[str]) -> None:
    """Run `command` until it ends by itself or nobody needs it."""
    server = FileLock(folder / SERVER)
    if not server.acquire(wait=False):
        return
    with open(folder / LOG, "wb") as log:
        try:
            child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                **_own_group(),
            )
        except OSError as wrong:
            (folder / EXIT).write_text(f"it cannot be run: {wrong.strerror}")
            return
    while child.poll() is None:
        if (folder / STOP).exists():
            _stop(child)
            return
        lock = FileLock(folder / LOCK)
        if lock.acquire(wait=False):
            try:
                # Until it has stopped, nobody can come and take it for a service that runs.
                if not living_holders(folder):
                    _stop(child)
                    return
            finally:
                lock.release()
        time.sleep(_EVERY)
    (folder / EXIT).write_text(_ending(child.returncode))
    _stop(child)  # it may have left children of its own


def _ending(status: int) -> str:
    if status >= 0:
        return f"it ended with exit status {status}"
    try:
        return f"it was ended by {signal.Signals(-status).name}"
    except ValueError:
        return f"it was ended by signal {-status}"


if sys.platform == "win32":

    def _own_group() -> dict[str, Any]:
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}

    def _stop(child: subprocess.Popen[bytes]) -> None:
        child.terminate()
        try:
            child.wait(_GRACE)
        except subprocess.TimeoutExpired:
            child.kill()

else:

    def _own_group() -> dict[str, Any]:
        return {"process_group": 0}

    def _stop(child: subprocess.Popen[bytes]) -> None:
        for signal_, patience in ((signal.SIGTERM, _GRACE), (signal.SIGKILL, _GRACE)):
            until = time.monotonic() + patience
            try:
                os.killpg(child.pid, signal_)
                while time.monotonic() < until:
                    child.poll()  # else what has ended stays in the group
                    os.killpg(child.pid, 0)
                    time.sleep(0.01)
            except (ProcessLookupError, PermissionError):
                return


if __name__ == "__main__":
    guard(Path(sys.argv[1]), json.loads(sys.argv[2]))
