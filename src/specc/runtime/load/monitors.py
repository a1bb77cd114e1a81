"""An eye on the server: its process, and what it tells Prometheus, once a second."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import perf_counter
from typing import Any, TypeAlias

import gevent
import psutil

from specc.runtime.actor import anonymous
from specc.runtime.broken import Broken
from specc.runtime.client import send
from specc.runtime.exchange import Request
from specc.runtime.hosts import HostRefusedError, split
from specc.runtime.load.tally import MEMORY
from specc.runtime.service import Service

Gauges: TypeAlias = dict[str, float]
PROCESSOR = "server processor (share of one)"
_LABELS = r'\{(?:[^"}]|"(?:[^"\\]|\\.)*")*\}'
_SAMPLE = re.compile(rf"([A-Za-z_:][\w:]*)(?:{_LABELS})?\s+([-+]?[\d.eE+-]+|NaN|[+-]Inf)\b")
_MOST_SERIES = 20
_TIMEOUT_SECONDS = 2.0


class MonitorError(Exception):
    """Something can't be watched; the message says why."""


class ProcessMonitor:
    """The memory and processor time of the process that listens for a service, and its children."""

    def __init__(self, service: Service) -> None:
        if not service.is_local:
            raise MonitorError(f"the process of {service.name} is on another machine")
        self._root = _listener(service.origin.port)
        self._before = (0.0, 0.0)

    def read(self) -> Gauges:
        """What it uses now. Raises MonitorError if it is gone."""
        memory, used = 0, 0.0
        try:
            for process in (self._root, *self._root.children(recursive=True)):
                memory += process.memory_info().rss
                times = process.cpu_times()
                used += times.user + times.system
        except psutil.Error as wrong:
            raise MonitorError(f"the server's process can't be watched: {wrong}") from None
        before, at = self._before
        now = perf_counter()
        self._before = (used, now)
        gauges: Gauges = {MEMORY: float(memory)}
        if at:
            gauges[PROCESSOR] = max(used - before, 0.0) / (now - at)
        return gauges


def _listener(port: int) -> Any:
    for process in psutil.process_iter():
        try:
            for each in process.net_connections("tcp"):
                if each.status == psutil.CONN_LISTEN and each.laddr.port == port:
                    return process
        except psutil.Error:
            continue
    raise MonitorError(f"no process of yours is seen to listen on port {port}")


class PrometheusMonitor:
    """What a Prometheus endpoint tells: the first series of each of up to 20 names."""

    def __init__(self, url: str, service: Service) -> None:
        origin, target = split(url)
        self._url = url
        self._request = Request(
            method="GET",
            origin=origin,
            target=target or "/",
            head=f"Host: {origin.netloc}\r\nAccept: text/plain\r\n",
            body=None,
            sent=None,
            actor=anonymous.name,
            credentials=frozenset(),
            endpoint=None,
            service=service,
        )

    def read(self) -> Gauges:
        """What it tells now. Raises MonitorError if it tells nothing."""
        try:
            response = send(self._request, _TIMEOUT_SECONDS)
        except Broken as broken:
            reason = broken.mismatches[0].message if broken.mismatches else "no answer"
            raise MonitorError(f"{self._url} tells nothing: {reason}") from None
        except HostRefusedError as refused:
            raise MonitorError(str(refused)) from None
        if response.status != 200:
            raise MonitorError(f"{self._url} answers {response.status}")
        return gauges_in(response.text)


def gauges_in(text: str) -> Gauges:
    """The values of a Prometheus text; of each name the first series."""
    found: Gauges = {}
    for line in text.splitlines():
        sample = _SAMPLE.match(line)
        if sample is None or sample[1] in found:
            continue
        if len(found) >= _MOST_SERIES and not sample[1].startswith("process_"):
            continue
        try:
            value = float(sample[2])
        except ValueError:
            continue
        if value == value and abs(value) != float("inf"):
            found[sample[1]] = value
    memory = found.get("process_resident_memory_bytes")
    if memory is not None:
        found[MEMORY] = memory
    return found


def watch(
    monitors: list[ProcessMonitor | PrometheusMonitor],
    note: Callable[[Gauges], None],
    say: Callable[[str], None],
) -> None:
    """Read all monitors once a second, until killed; say once of each why it can't be read."""
    troubled: set[int] = set()
    while True:
        for monitor in monitors:
            try:
                note(monitor.read())
            except MonitorError as wrong:
                if id(monitor) not in troubled:
                    troubled.add(id(monitor))
                    say(str(wrong))
        gevent.sleep(1.0)
