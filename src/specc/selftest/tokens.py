"""The board's tokens: JSON Web Tokens (RFC 7519), signed by HS256."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from typing import Any, Protocol

LASTS = 3600
"""Seconds that a token is good for."""


class _HasKey(Protocol):
    key: bytes


def signed(key: bytes, subject: str) -> str:
    """A token of somebody."""
    claims = {"sub": subject, "exp": int(time.time()) + LASTS}
    body = f"{_encoded({'alg': 'HS256', 'typ': 'JWT'})}.{_encoded(claims)}"
    return f"{body}.{signature(key, body)}"


def signature(key: bytes, body: str) -> str:
    """What HS256 makes of the first two parts of a token."""
    return plain(hmac.new(key, body.encode(), hashlib.sha256).digest())


def subject(holder: _HasKey, token: str) -> str | None:
    """Whose token it is; None if it is not a good one."""
    parts = read(token)
    if parts is None:
        return None
    header, claims, body, sign = parts
    genuine = header.get("alg") == "HS256" and hmac.compare_digest(
        signature(holder.key, body).encode(), sign.encode()
    )
    return str(claims.get("sub")) if genuine and is_lasting(claims) else None


def is_lasting(claims: dict[str, Any]) -> bool:
    """Whether a token has not expired."""
    expires = claims.get("exp")
    return isinstance(expires, int) and expires > time.time()


def read(token: str) -> tuple[dict[str, Any], dict[str, Any], str, str] | None:
    """Header, claims, the two as they stand in the token, and the signature; unverified."""
    body, _, sign = token.rpartition(".")
    try:
        header, claims = (_decoded(part) for part in body.split("."))
    except ValueError:
        return None
    if not isinstance(header, dict) or not isinstance(claims, dict):
        return None
    return header, claims, body, sign


def _encoded(value: object) -> str:
    return plain(json.dumps(value, separators=(",", ":")).encode())


def plain(data: bytes) -> str:
    """Base 64 as tokens have it."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decoded(text: str) -> Any:
    return json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
