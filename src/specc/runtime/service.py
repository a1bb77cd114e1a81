"""A service under test: where it is, what is always sent to it, how it is started."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from specc.runtime import bounds, spec_text
from specc.runtime.hosts import AllowedHosts, Origin, is_loopback, split
from specc.runtime.serialise import fixed_path
from specc.runtime.values import EnvText

if TYPE_CHECKING:
    from specc.runtime.endpoint import Endpoint


class ServiceUnavailable(Exception):  # noqa: N818 (a state of the world, and no error of ours)
    """A service cannot be had, so that nothing can be said about it.

    `optional` says whether the suite can do without: then its tests are skipped.
    """

    def __init__(self, service: Service, reason: str, *, optional: bool | None = None) -> None:
        super().__init__(service, reason)
        self.service = service
        self.reason = reason
        self.optional = service.optional if optional is None else optional

    def __str__(self) -> str:
        return f"the service {self.service.name} is not available: {self.reason}"


@attrs.frozen
class Ready:
    """The request whose success says that a service is up, and how long (seconds) that may take."""

    method: str
    path: str
    within: float = 10.0


@attrs.frozen(eq=False, slots=False)
class Service:
    """A service under test.

    `urls` are the addresses in other environments; `SPECC_ENV` chooses one. `start` is a command
    that is run, in `folder`, when the url is on loopback and nothing listens there. `timeout` is
    how long (seconds) an answer may take. `headers` go with every request. `allow_hosts` are hosts
    that may be contacted besides loopback and those of the literal urls. An `optional` service may
    be missing: what needs it is then not run. `max_body` (bytes), `max_rate` (requests a second)
    and `max_cases` (changed requests an endpoint) bound what a run asks of it.
    """

    name: str
    url: str = attrs.field(kw_only=True)
    urls: Mapping[str, str] = attrs.field(kw_only=True, factory=dict)
    start: str | None = attrs.field(kw_only=True, default=None)
    ready: Ready | None = attrs.field(kw_only=True, default=None)
    timeout: float = attrs.field(kw_only=True, default=10.0)
    headers: Mapping[str, str] = attrs.field(kw_only=True, factory=dict)
    allow_hosts: tuple[str, ...] = attrs.field(kw_only=True, default=())
    folder: Path = attrs.field(kw_only=True, factory=Path)
    optional: bool = attrs.field(kw_only=True, default=False)
    max_body: int | None = attrs.field(kw_only=True, default=None)
    max_rate: float | None = attrs.field(kw_only=True, default=None)
    max_cases: int | None = attrs.field(kw_only=True, default=None)
    endpoints: dict[str, Endpoint] = attrs.field(init=False, factory=dict, repr=False)
    """The service's endpoints by name; each adds itself."""

    def __attrs_post_init__(self) -> None:
        spec_text.look_in(self.folder)
        bounds.state("SPECC_MAX_BODY", self.max_body)
        bounds.state("SPECC_MAX_RATE", self.max_rate)
        bounds.state("SPECC_MAX_CASES", self.max_cases)

    @cached_property
    def address(self) -> str:
        """The url of this run's environment, unless SPECC_URLS has another for the service.

        Raises LookupError if the environment has none.
        """
        for entry in os.environ.get("SPECC_URLS", "").split(","):
            name, _, url = entry.strip().partition("=")
            if name == self.name and url:
                return url
        environment = os.environ.get("SPECC_ENV", "")
        if not environment or not self.urls:
            return self.url
        try:
            return self.urls[environment]
        except KeyError:
            raise LookupError(
                f"the service {self.name} has no url in {environment!r} (SPECC_ENV); "
                f"it has one in: {', '.join(sorted(self.urls))}"
            ) from None

    @cached_property
    def origin(self) -> Origin:
        """Scheme, host and port. Raises ValueError for a malformed url."""
        return self._place[0]

    @cached_property
    def base(self) -> str:
        """The path that stands before every endpoint's, without a final slash."""
        return self._place[1]

    @cached_property
    def _place(self) -> tuple[Origin, str]:
        origin, rest = split(str(self.address))
        if "?" in rest:
            raise ValueError(
                f"the url of the service {self.name} must not hold a query: {self.address}"
            )
        return origin, fixed_path(rest.rstrip("/"))

    @cached_property
    def allowed(self) -> AllowedHosts:
        """The hosts that this service's requests, and redirects of them, may go to."""
        named = [_host(url) for url in map(_as_written, (self.url, *self.urls.values())) if url]
        return AllowedHosts.of(*named, *self.allow_hosts)

    @property
    def is_local(self) -> bool:
        """Whether the service is on this machine."""
        return is_loopback(self.origin.host)

    @contextmanager
    def running(self) -> Iterator[Service]:
        """Have the service up in a `with` block; if it was started for that, it is stopped after.

        Processes that need the same service share one, and the last to leave stops it.
        Raises ServiceUnavailable, with the reason, if it cannot be had.
        """
        from specc.runtime import launch  # it needs the client, which needs services

        lease = launch.take(self)
        try:
            yield self
        finally:
            lease.release()


def _as_written(url: str) -> str | None:
    # What the environment says is not the spec's word; the default beside it is.
    return url.default if isinstance(url, EnvText) else url


def _host(url: str) -> str:
    host = split(url)[0].host
    return f"[{host}]" if ":" in host else host
