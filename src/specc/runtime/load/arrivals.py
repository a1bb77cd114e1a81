"""Wake at a moment, to some microseconds: event loops round their timers to milliseconds."""

from __future__ import annotations

import ctypes
import os
import sys
from time import perf_counter
from typing import Any

import gevent
from gevent import get_hub

_CLOCK_MONOTONIC = 1
_NONBLOCK = 0o4000
_CLOEXEC = 0o2000000


class _Timespec(ctypes.Structure):
    _fields_ = (("seconds", ctypes.c_long), ("nanoseconds", ctypes.c_long))


class _Itimerspec(ctypes.Structure):
    _fields_ = (("interval", _Timespec), ("value", _Timespec))


class Alarm:
    """Sleeps until a moment: on Linux by a timer of the kernel's, elsewhere as gevent can."""

    def __init__(self) -> None:
        self._fd = -1
        self._set: Any = None
        if sys.platform == "linux":
            library = ctypes.CDLL(None, use_errno=True)
            self._set = getattr(library, "timerfd_settime", None)
            create = getattr(library, "timerfd_create", None)
            if create is not None and self._set is not None:
                self._fd = create(_CLOCK_MONOTONIC, _NONBLOCK | _CLOEXEC)
        self._watcher = get_hub().loop.io(self._fd, 1) if self._fd >= 0 else None

    def until(self, moment: float) -> None:
        """Sleep until `moment` (of `perf_counter`)."""
        left = moment - perf_counter()
        if left <= 0:
            return
        if self._watcher is None:
            gevent.sleep(left)
            return
        whole = int(left)
        wanted = _Itimerspec(_Timespec(0, 0), _Timespec(whole, max(int((left - whole) * 1e9), 1)))
        if self._set(self._fd, 0, ctypes.byref(wanted), None) != 0:
            gevent.sleep(left)
            return
        get_hub().wait(self._watcher)
        try:
            os.read(self._fd, 8)
        except BlockingIOError:
            return

    def close(self) -> None:
        """Give the timer back."""
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1
