"""Run a service for as long as somebody holds on to it. This file is also run as a script.

A service is shared by processes that know nothing of each other, and any of them may be killed. So
none of them is its parent: this process is, and it stops the service when nobody is left. Who is
left is told by locks, which the system drops with the process that held them, however it ended.

The script imports nothing but the standard library: it has to start at once.
"""

from __future__ import annotations

import json
import os
import shutil
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
_RETRY = 0.01
_GRACE = 5.0


class FileLock:
    """An exclusive lock on a file, which ends with the process at the latest.

    The file is removed by whoever holds its lock and is the last to need it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] | None = None

    def acquire(self) -> None:
        """Wait for the lock and take it. Raises FileNotFoundError if its folder is not there."""
        while not self.try_acquire():
            time.sleep(_RETRY)

    def try_acquire(self) -> bool:
        """Take the lock, unless another has it. Raises FileNotFoundError without its folder."""
        file = open(self.path, "a+b")  # noqa: SIM115 (it stays open for as long as the lock is held)
        if _lock(file) and self._is_there(file):
            self._file = file
            return True
        file.close()
        return False

    def release(self) -> None:
        """Let go of the lock."""
        if self._file is not None:
            self._file.close()
            self._file = None

    @property
    def is_free(self) -> bool:
        """Whether nobody has the lock. Asking does not get in the way of those who want it."""
        try:
            with open(self.path, "rb") as file:
                return _is_lockable(file)
        except FileNotFoundError:
            return True

    def _is_there(self, file: IO[bytes]) -> bool:
        # Its last holder may have removed the file between our opening and our locking it.
        try:
            return os.path.samestat(os.fstat(file.fileno()), self.path.stat())
        except FileNotFoundError:
            return False


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    _is_lockable = _lock

else:
    import fcntl

    def _lock(file: IO[bytes], kind: int = fcntl.LOCK_EX) -> bool:
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _is_lockable(file: IO[bytes]) -> bool:
        return _lock(file, fcntl.LOCK_SH)


def living_holders(folder: Path) -> int:
    """How many processes need the service. What dead ones have left is removed.

    Only who holds the folder's lock may ask.
    """
    count = 0
    for path in folder.glob(HOLDERS):
        if FileLock(path).is_free:
            path.unlink(missing_ok=True)
        else:
            count += 1
    return count


def clear(folder: Path) -> None:
    """Remove the folder of a service that has ended. Only who holds the folder's lock may do so."""
    shutil.rmtree(folder, ignore_errors=True)


def guard(folder: Path, command: list[str]) -> None:
    """Run `command` until it ends by itself or nobody needs it."""
    server = FileLock(folder / SERVER)
    server.acquire()
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
        if lock.try_acquire():
            # Until it has stopped, nobody can come and take it for a service that runs.
            if not living_holders(folder):
                _stop(child)
                clear(folder)
                return
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


def _leave_the_family() -> None:
    """Be nobody's child, so that nobody has to wait for us."""
    if hasattr(os, "fork") and os.fork():
        os._exit(0)


if __name__ == "__main__":
    _leave_the_family()
    guard(Path(sys.argv[1]), json.loads(sys.argv[2]))
