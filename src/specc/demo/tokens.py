"""Bearer tokens: JSON Web Tokens that are signed with HS256 and expire."""

import base64
import hmac
import json
import secrets
import time
from collections.abc import Callable

import attrs

from specc.demo.faults import Faults

TOKEN_SECONDS = 3_600.0


def _encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


_HEADER = _encoded(b'{"alg":"HS256","typ":"JWT"}')


@attrs.frozen(eq=False)
class Tokens:
    """Issues tokens and reads them back. The key lives and dies with the process.

    `lifetime` and what `clock` tells are in seconds.
    """

    faults: Faults
    lifetime: float = TOKEN_SECONDS
    clock: Callable[[], float] = time.time
    _key: bytes = attrs.field(repr=False, init=False)

    @_key.default
    def _make_key(self) -> bytes:
        return b"secret" if self.faults.on("jwt-weak-secret") else secrets.token_bytes(32)

    def issue(self, subject: str) -> str:
        """A token that names its bearer."""
        now = self.clock()
        claims = {
            "sub": subject,
            "iat": int(now),
            "exp": int(now + self.lifetime),
            "jti": secrets.token_hex(8),
        }
        signed = f"{_HEADER}.{_encoded(json.dumps(claims).encode())}"
        return f"{signed}.{self._signature(signed)}"

    def subject(self, token: str) -> str | None:
        """Who bears the token; None when it was not issued here, was altered, or has expired."""
        parts = token.split(".")
        if len(parts) != 3 or not self._genuine(*parts):
            return None
        claims = _decoded(parts[1])
        subject, expiry = claims.get("sub"), claims.get("exp")
        if not isinstance(subject, str) or not isinstance(expiry, int) or expiry <= self.clock():
            return None
        return subject

    def _genuine(self, header: str, claims: str, signature: str) -> bool:
        if self.faults.on("jwt-signature-ignored"):
            return True
        if self.faults.on("jwt-alg-none-accepted"):
            algorithm = _decoded(header).get("alg")
            if isinstance(algorithm, str) and algorithm.lower() == "none":
                return True
        # Texts are compared, not the bytes they encode: base64 has several spellings for one value.
        expected = f"{_HEADER}.{self._signature(f'{_HEADER}.{claims}')}".encode()
        return hmac.compare_digest(f"{header}.{signature}".encode(), expected)

    def _signature(self, signed: str) -> str:
        return _encoded(hmac.digest(self._key, signed.encode(), "sha256"))


def _decoded(part: str) -> dict[str, object]:
    """The JSON object that one part of a token holds; empty when it holds none."""
    try:
        value = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
