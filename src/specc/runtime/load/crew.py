"""The workers of a run: processes of this machine, or those that come from others."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Any, NoReturn

import gevent
from locust.rpc import Message

_TICK_SECONDS = 0.1
_LOCAL_SECONDS = 60.0
"""How long processes of this machine may take to start."""
_REMOTE_SECONDS = 600.0


class Crew:
    """`size` workers; `processes` are those that this process has started itself."""

    def __init__(self, size: int, processes: tuple[subprocess.Popen[bytes], ...] = ()) -> None:
        self.size = size
        self._processes = processes
        self._ids: tuple[str, ...] = ()

    @classmethod
    def started(cls, locustfile: str, user_class: str, port: int, size: int) -> Crew:
        """Workers of this machine."""
        command = [*_command(locustfile, user_class, "127.0.0.1", port), "--loglevel", "ERROR"]
        return cls(
            size,
            tuple(
                subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
                for _ in range(size)
            ),
        )

    def assembled(self, runner: Any, wants_end: Callable[[], bool]) -> bool:
        """Wait for all; whether they came."""
        until = perf_counter() + (_LOCAL_SECONDS if self._processes else _REMOTE_SECONDS)
        while runner.worker_count < self.size and perf_counter() < until and not wants_end():
            if any(worker.poll() is not None for worker in self._processes):
                break
            gevent.sleep(_TICK_SECONDS)
        self._ids = tuple(client.id for client in runner.clients.all)
        return bool(runner.worker_count >= self.size)

    def dismiss(self, runner: Any) -> None:
        """Tell all that it is over.

        Locust's master tells only those that are ready for another run: those that have just
        stopped would wait for one for ever.
        """
        for client in self._ids:
            runner.server.send_to_client(Message("quit", None, client))

    def alive(self, runner: Any) -> int:
        """How many there still are; one of another machine is missed after some seconds."""
        if self._processes:
            return sum(worker.poll() is None for worker in self._processes)
        return int(runner.worker_count)

    def kill(self) -> None:
        """End those that this process has started."""
        for worker in self._processes:
            worker.kill()


def join(locustfile: str, user_class: str, master: str, port: int) -> NoReturn:
    """Be a worker of a master, until that ends. Locust takes the place of this process."""
    os.execv(sys.executable, _command(locustfile, user_class, master, port))  # noqa: S606


def _command(locustfile: str, user_class: str, master: str, port: int) -> list[str]:
    command = [sys.executable, "-m", "locust", "-f", locustfile, user_class, "--worker"]
    return [*command, "--master-host", master, "--master-port", str(port)]
