"""How private answers travel: what may keep them on the way, and who may listen."""

from __future__ import annotations

import re
import socket
import ssl

from specc.runtime.exchange import Response
from specc.runtime.hosts import Origin, addresses
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, not_applicable, succeeded, told

_STORED_BY_DEFAULT = frozenset({200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501})
_LEAST_AGE = 86400
"""Seconds for which `Strict-Transport-Security` has to hold: a day."""


def travels_safely(rule: str, attempt: Attempt) -> None:
    """A private answer is kept by no shared cache, and by https all come by it. Raises Broken."""
    __tracebackhide__ = True
    secure = attempt.endpoint.service.origin.scheme == "https"
    if rule != "misconf.cache" and not secure:
        not_applicable("the service is not called by https")
    if rule == "misconf.tls":
        _old_tls(rule, attempt)
        return
    answer = attempt.send()
    if not succeeded(answer):
        inconclusive(told(answer))
    if rule == "misconf.hsts":
        found = re.search(r"max-age=\"?(\d+)", answer.header("Strict-Transport-Security") or "")
        if found is None or int(found[1]) < _LEAST_AGE:
            raise breach(rule, "the answer does not have browsers keep to https", answer)
    elif answer.content and (why := shared(answer)):
        raise breach(rule, f"a shared cache may keep the answer: {why}", answer)


def shared(answer: Response) -> str:
    """Why a shared cache may store an answer, by RFC 9111, section 3; empty if it may not."""
    given: dict[str, str] = {}
    for line in answer.headers.get_all("Cache-Control"):
        for part in line.split(","):
            name, _, value = part.strip().partition("=")
            given[name.lower()] = value.strip('"')
    if answer.request.method not in ("GET", "HEAD") or "no-store" in given or "private" in given:
        return ""
    if "public" in given:
        return "`Cache-Control: public`"
    if given.get("s-maxage", "").strip("0"):
        return "`Cache-Control: s-maxage`"
    if "authorization" in answer.request.credentials:
        return ""  # what was asked for with this header is not stored without those
    vary = ",".join(answer.headers.get_all("Vary")).lower()
    if "*" in vary or any(name in vary for name in answer.request.credentials):
        return ""  # what is kept is for that credential alone
    if "no-cache" in given:
        return ""  # asked for again each time, so that the service decides
    if given.get("max-age", "").strip("0"):
        return "`Cache-Control: max-age` without `private`"
    if "max-age" not in given and answer.header("Expires") and answer.header("Expires") != "0":
        return "`Expires` without `Cache-Control: private`"
    return ""


def _old_tls(rule: str, attempt: Attempt) -> None:
    """Raise Broken if a connection by a version of TLS that is given up can be made."""
    __tracebackhide__ = True
    origin = attempt.endpoint.service.origin
    attempt.endpoint.service.allowed.check(origin)
    control = attempt.send()
    for version in (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1):
        if _speaks(origin, version):
            raise breach(rule, f"the service speaks {version.name.replace('_', '.')}", control)


def _speaks(origin: Origin, version: ssl.TLSVersion) -> bool:
    """Whether a handshake by a version succeeds; nothing is sent over it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # what it speaks is asked, and not who it is
    context.set_ciphers("ALL:@SECLEVEL=0")
    try:
        context.minimum_version = context.maximum_version = version
    except ValueError:
        return False  # this machine does not speak it
    for address in addresses(origin.host):
        try:
            with (
                socket.create_connection((address, origin.port), timeout=5) as sock,
                context.wrap_socket(sock, server_hostname=origin.host),
            ):
                return True
        except OSError:
            continue
    return False
