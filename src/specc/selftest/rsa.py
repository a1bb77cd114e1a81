"""Tokens signed by RS256 (RFC 7518, 3.3) with a key that everyone knows: it guards twins alone."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from typing import Any, Final

from specc.selftest import tokens

MODULUS: Final = int(
    "d1410bbd1670600a73ae93ba5ed3651b13b02229f2ed8f8e80b964606f5dfa20"
    "68342ca6c1d6108d0dbf7869fb0ac07ab8ff7b3f6b464abc07f327879a2ef6a8"
    "98092a314cfeaae94804cda2b6b5b1894380618d977290643a5528130b7cde8e"
    "524522918395cd48b36974fe04778e7e506deb090b75b9bb9512acb8c76269bf"
    "970a89a713489905face20a78353ec7191c9b729ec4847dbd0a0402860a95e7f"
    "0e20176b3ea7c4dcd286a59a0109f327f96ba4bf09059ac65ca63593acf0e4ff"
    "0b3aa0e4f26b915a0235cb9760ba9a6a5e7e4dc772695e34acb8115f409d4640"
    "c41153af6da7233ea7c754bf2e7f0fb366b1294b4977bcb838f8281fcdbee44b",
    16,
)
EXPONENT: Final = 65537
_PRIVATE = int(
    "c0216733d0bc919247314df6db4662190074c2899dc1be03ebf14d56b62aa594"
    "c7d8cffeb50f65d6fd7e868358bb408bedfcb61f3ed225a08bf418a18b51ffac"
    "411c791f1740e590984dc0b9dbe4ec03ca74c01d8fa6e32903de58935402ed1d"
    "e4301253656c5036a674f7b49c49620e5caef01537ee7a00e0196b79a5a898ca"
    "646a0e00cad060cecd53fdd1289a8d6599eff5493d95e9e08735b86ad26799d2"
    "d0a9a576c85df143efcc2b896d9260ce168ed8533faba2b1a9752c19e3f59731"
    "b86d2d791674f7fe0a15a786c6cee4774eae017a2df260283c3ea528924477e7"
    "862213e11d1ab90c8f7d0b8c87ac7051fdf84b7111cbedcf5bc2a02432235ba1",
    16,
)
_SIZE = 256
_DIGEST = bytes.fromhex("3031300d060960864801650304020105000420")

KEY: Final = {
    "kty": "RSA",
    "use": "sig",
    "alg": "RS256",
    "kid": "desk",
    "n": tokens.plain(MODULUS.to_bytes(_SIZE, "big")),
    "e": "AQAB",
}
"""The public key, as a JSON Web Key (RFC 7517)."""


def public_pem() -> bytes:
    """The public key as PEM (RFC 7468), as a file of the service would hold it."""
    head = bytes.fromhex("30820122300d06092a864886f70d01010105000382010f003082010a0282010100")
    data = head + MODULUS.to_bytes(_SIZE, "big") + bytes.fromhex("0203010001")
    text = base64.b64encode(data).decode()
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    return "\n".join(
        ["-----BEGIN PUBLIC KEY-----", *lines, "-----END PUBLIC KEY-----", ""]
    ).encode()


def signed(claims: dict[str, Any], lasts: int = 3600) -> str:
    """A token with claims, good for so many seconds."""
    head = _part({"alg": "RS256", "typ": "JWT", "kid": "desk"})
    body = f"{head}.{_part({**claims, 'exp': int(time.time()) + lasts})}"
    number = int.from_bytes(_padded(body), "big")
    return f"{body}.{tokens.plain(pow(number, _PRIVATE, MODULUS).to_bytes(_SIZE, 'big'))}"


def is_signed(body: str, sign: str, modulus: int = MODULUS) -> bool:
    """Whether a signature is that of a body's first two parts, by the key of a modulus."""
    try:
        number = int.from_bytes(base64.urlsafe_b64decode(sign + "=" * (-len(sign) % 4)), "big")
    except ValueError:
        return False
    return pow(number, EXPONENT, modulus) == int.from_bytes(_padded(body), "big")


def _padded(body: str) -> bytes:
    digest = _DIGEST + hashlib.sha256(body.encode()).digest()
    return b"\x00\x01" + b"\xff" * (_SIZE - len(digest) - 3) + b"\x00" + digest


def _part(value: object) -> str:
    return tokens.plain(json.dumps(value, separators=(",", ":")).encode())
