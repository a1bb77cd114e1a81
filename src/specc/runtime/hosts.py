"""Which hosts may be contacted: loopback, and those that the spec or the user names. No other."""

import ipaddress
import os
import re
from collections.abc import Iterable
from functools import cache

import attrs

_SCHEMES = {"http": 80, "https": 443}
_URL = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<authority>[^/?#]*)(?P<rest>.*)", re.S)
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*")


class HostRefusedError(Exception):
    """A request was about to go to a host that nobody allowed. Nothing was sent."""


@attrs.frozen
class Origin:
    """Where a connection goes: scheme, host (lower case, no brackets, no final dot) and port."""

    scheme: str
    host: str
    port: int

    def __str__(self) -> str:
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """Host and port as in a URL and in the Host header; the scheme's own port is left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _SCHEMES[self.scheme] else f"{host}:{self.port}"


def split(url: str) -> tuple[Origin, str]:
    """A URL's origin and the rest of it, the fragment dropped.

    Only what every reader of URLs reads alike is accepted. Raises ValueError for anything else:
    user names, back-slashes, white space, numbers in place of names.
    """
    found = _URL.fullmatch(url)
    if found is None or re.search(r"[\x00-\x20\x7f\\]", url):
        raise ValueError(f"{url!r} is no http or https URL")
    scheme = found["scheme"].lower()
    if scheme not in _SCHEMES:
        raise ValueError(f"{url!r}: only http and https are spoken, not {scheme}")
    host, port = _authority(found["authority"], url)
    rest = found["rest"].partition("#")[0]
    return Origin(scheme, host, port or _SCHEMES[scheme]), rest


def _authority(text: str, url: str) -> tuple[str, int | None]:
    if "@" in text:
        raise ValueError(f"{url!r}: a URL must not hold a user name; credentials belong to actors")
    found = re.fullmatch(r"(\[[0-9A-Fa-f:.]+\]|[^\[\]:]*)(?::([0-9]{0,5}))?", text)
    if found is None:
        raise ValueError(f"{url!r}: {text!r} is no host and port")
    port = int(found[2]) if found[2] else None
    if port is not None and not 1 <= port <= 65535:
        raise ValueError(f"{url!r}: {port} is no port")
    return normal(found[1]), port


def normal(host: str) -> str:
    """The one spelling of a host. Raises ValueError for what is neither a name nor an address."""
    host = host.removeprefix("[").removesuffix("]")
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError:
            raise ValueError(f"{host!r} is no IPv6 address") from None
    name = host.lower().removesuffix(".")
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError:
            raise ValueError(f"{host!r} is no host name") from None
    if not _NAME.fullmatch(name) or len(name) > 253:
        raise ValueError(f"{host!r} is no host name")
    if re.fullmatch(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)", name):
        # `127.1`, `0x7f.1` and `017700000001` are addresses to some and names to others.
        try:
            return str(ipaddress.IPv4Address(name))
        except ValueError:
            raise ValueError(f"{host!r} is no IPv4 address as in 127.0.0.1") from None
    return name


@cache
def is_loopback(host: str) -> bool:
    """Whether a host (in its normal spelling) can only be this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        return address.ipv4_mapped.is_loopback
    return address.is_loopback


def addresses(host: str) -> tuple[str, ...]:
    """What to connect to for a host. Names of this machine are never left to a name server."""
    if host == "localhost" or host.endswith(".localhost"):
        return ("127.0.0.1", "::1")
    return (host,)


@attrs.frozen
class AllowedHosts:
    """The hosts that a service's requests may go to, besides loopback.

    An entry is `host`, for any port, or `host:port`.
    """

    entries: frozenset[tuple[str, int | None]]

    @classmethod
    def of(cls, *hosts: str) -> "AllowedHosts":
        """The hosts of a list, and those of `SPECC_ALLOW_HOSTS` (with commas between them)."""
        return cls(frozenset(_authority(host, host) for host in (*hosts, *_from_environment())))

    def __contains__(self, origin: Origin) -> bool:
        return (
            is_loopback(origin.host)
            or (origin.host, None) in self.entries
            or (origin.host, origin.port) in self.entries
        )

    def check(self, origin: Origin, why: str = "") -> None:
        """Raises HostRefusedError if nothing allows the origin; `why` says who led there."""
        if origin not in self:
            led = f" ({why})" if why else ""
            raise HostRefusedError(
                f"refused to contact {origin.host}{led}: only loopback, and hosts that are allowed "
                f'by name, are contacted. If this one is meant, say `allow hosts "{origin.host}"` '
                f"in the service, or SPECC_ALLOW_HOSTS={origin.host} for this run"
            )


def _from_environment() -> Iterable[str]:
    for entry in os.environ.get("SPECC_ALLOW_HOSTS", "").split(","):
        if entry.strip():
            yield entry.strip()
