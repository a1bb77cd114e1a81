"""HTTP digest authentication (RFC 7616): the answer to a server's challenge."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping

import attrs

_PAIR = re.compile(r'([A-Za-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))')
_HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}


@attrs.frozen
class DigestLogin:
    """A user's name and password. They never travel: what does is a hash over a server's nonce."""

    user: str
    password: str = attrs.field(repr=False)

    def answer(self, challenges: list[str], method: str, target: str) -> str | None:
        """The value of `Authorization` for one of the challenges; None if none is understood."""
        for challenge in challenges:
            scheme, _, rest = challenge.partition(" ")
            if scheme.lower() == "digest":
                found = {
                    name.lower(): quoted or plain for name, quoted, plain in _PAIR.findall(rest)
                }
                made = self._made(found, method, target)
                if made is not None:
                    return made
        return None

    def _made(self, challenge: Mapping[str, str], method: str, target: str) -> str | None:
        algorithm = challenge.get("algorithm", "MD5")
        name = algorithm.upper()
        in_session = name.endswith("-SESS")
        make = _HASHES.get(name.removesuffix("-SESS"))
        offered = [item.strip() for item in challenge.get("qop", "").split(",") if item.strip()]
        if make is None or "nonce" not in challenge or (offered and "auth" not in offered):
            return None

        def hashed(text: str) -> str:
            return make(text.encode()).hexdigest()

        realm, nonce, unique = challenge.get("realm", ""), challenge["nonce"], secrets.token_hex(8)
        first = hashed(f"{self.user}:{realm}:{self.password}")
        if in_session:
            first = hashed(f"{first}:{nonce}:{unique}")
        second = hashed(f"{method}:{target}")
        between = f"{nonce}:00000001:{unique}:auth" if offered else nonce
        fields = {
            "username": _quoted(self.user),
            "realm": _quoted(realm),
            "nonce": _quoted(nonce),
            "uri": _quoted(target),
            "algorithm": algorithm,
            "response": _quoted(hashed(f"{first}:{between}:{second}")),
        }
        if offered:
            fields |= {"qop": "auth", "nc": "00000001", "cnonce": _quoted(unique)}
        if "opaque" in challenge:
            fields["opaque"] = _quoted(challenge["opaque"])
        return "Digest " + ", ".join(f"{key}={value}" for key, value in fields.items())


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
