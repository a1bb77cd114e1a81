"""What a shared cache may keep, by RFC 9111."""

from __future__ import annotations

from decimal import Decimal

import pytest

from specc.runtime import Endpoint, Headers, Request, Response, Service
from specc.runtime.hosts import Origin
from specc.runtime.security.privacy import shared

SERVICE = Service("s", url="http://127.0.0.1:1")
READ = Endpoint("read", "GET", "/me", spec="a.bts:1", service=SERVICE, returns={200: None})


def answered(credential: str, *headers: tuple[str, str], method: str = "GET") -> Response:
    request = Request(
        method=method,
        origin=Origin("http", "127.0.0.1", 1),
        target="/me",
        head="",
        body=None,
        sent=None,
        actor="ann",
        credentials=frozenset({credential}),
        endpoint=READ,
        service=SERVICE,
    )
    return Response(request, 200, "", Headers(list(headers)), b"{}", Decimal(0))


@pytest.mark.parametrize(
    ("credential", "headers", "is_shared"),
    [
        ("cookie", {}, False),
        ("cookie", {"Cache-Control": "max-age=60"}, True),
        ("x-key", {"Cache-Control": "max-age=60"}, True),
        ("authorization", {"Cache-Control": "max-age=60"}, False),
        ("authorization", {"Cache-Control": "public, max-age=60"}, True),
        ("authorization", {"Cache-Control": "s-maxage=60"}, True),
        ("cookie", {"Cache-Control": "private, max-age=60"}, False),
        ("cookie", {"Cache-Control": "public, no-store"}, False),
        ("cookie", {"Cache-Control": "max-age=0"}, False),
        ("cookie", {"Cache-Control": "no-cache"}, False),
        ("cookie", {"Cache-Control": "max-age=60", "Vary": "Cookie"}, False),
        ("x-key", {"Cache-Control": "max-age=60", "Vary": "Accept"}, True),
        ("cookie", {"Expires": "Wed, 01 Jan 2049 00:00:00 GMT"}, True),
        ("cookie", {"Expires": "0"}, False),
    ],
)
def test_what_a_shared_cache_may_keep(
    credential: str, headers: dict[str, str], is_shared: bool
) -> None:
    assert bool(shared(answered(credential, *headers.items()))) is is_shared


def test_what_is_written_is_kept_by_no_cache() -> None:
    assert not shared(answered("cookie", ("Cache-Control", "public"), method="POST"))
