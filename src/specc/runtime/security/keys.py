"""Keys of tokens: RSA keys of a test's own, and the forms in which public ones are written."""

from __future__ import annotations

import base64
import hashlib
import random
from collections.abc import Mapping
from functools import cache
from math import gcd
from typing import Any

import attrs

_BITS = 2048
_EXPONENT = 65537
_SMALL = tuple(n for n in range(3, 2000, 2) if all(n % d for d in range(3, int(n**0.5) + 1, 2)))
_SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")
"""What stands before a SHA-256 digest in a signature by PKCS #1 v1.5 (RFC 8017, 9.2)."""
_RSA = bytes.fromhex("06092a864886f70d0101010500")
_RS256 = bytes.fromhex("06092a864886f70d01010b0500")
_EC = bytes.fromhex("06072a8648ce3d0201")
_CURVES = {
    "P-256": bytes.fromhex("06082a8648ce3d030107"),
    "P-384": bytes.fromhex("06052b81040022"),
    "P-521": bytes.fromhex("06052b81040023"),
}


@attrs.frozen
class RsaKey:
    """An RSA key: modulus and private exponent. It protects nothing: it signs forged tokens."""

    modulus: int
    private: int

    def sign(self, data: bytes) -> bytes:
        """The signature by RS256 (RFC 7518, 3.3)."""
        size = (self.modulus.bit_length() + 7) // 8
        digest = _SHA256 + hashlib.sha256(data).digest()
        padded = b"\x00\x01" + b"\xff" * (size - len(digest) - 3) + b"\x00" + digest
        signed = pow(int.from_bytes(padded, "big"), self.private, self.modulus)
        return signed.to_bytes(size, "big")

    @property
    def jwk(self) -> dict[str, str]:
        """The public key as a JSON Web Key (RFC 7517)."""
        return {
            "kty": "RSA",
            "use": "sig",
            "alg": "RS256",
            "kid": "specc",
            "n": encoded(_bytes(self.modulus)),
            "e": encoded(_bytes(_EXPONENT)),
        }

    @property
    def certificate(self) -> str:
        """A certificate of the key by itself, for some years from 2020, as PEM."""
        name = _der(0x30, _der(0x31, _der(0x30, b"\x06\x03\x55\x04\x03" + _der(0x0C, b"specc"))))
        dates = _der(0x30, _der(0x17, b"200101000000Z") + _der(0x17, b"490101000000Z"))
        algorithm = _der(0x30, _RS256)
        body = _der(
            0x30,
            _integer(1) + algorithm + name + dates + name + _subject(self.modulus, _EXPONENT),
        )
        signature = _der(0x03, b"\x00" + self.sign(body))
        return _pem("CERTIFICATE", _der(0x30, body + algorithm + signature))


@cache
def own_key() -> RsaKey:
    """A key made for this process."""
    source = random.SystemRandom()
    while True:
        one, other = _prime(source), _prime(source)
        order = (one - 1) * (other - 1)
        if one != other and gcd(order, _EXPONENT) == 1:
            return RsaKey(one * other, pow(_EXPONENT, -1, order))


def _prime(source: random.Random) -> int:
    bits = _BITS // 2
    while True:
        number = source.getrandbits(bits) | (3 << bits - 2) | 1
        if all(number % small for small in _SMALL) and _is_prime(number, source):
            return number


def _is_prime(number: int, source: random.Random) -> bool:
    """Whether it passes the test of Miller and Rabin twelve times."""
    twos = ((number - 1) & -(number - 1)).bit_length() - 1
    odd = (number - 1) >> twos
    for _ in range(12):
        power = pow(source.randrange(2, number - 1), odd, number)
        if power in (1, number - 1):
            continue
        for _ in range(twos - 1):
            power = power * power % number
            if power == number - 1:
                break
        else:
            return False
    return True


def public_forms(jwk: Mapping[str, Any]) -> tuple[str, ...]:
    """The texts by which a JSON Web Key's public key is written: PEM, with and without its end.

    Empty for what is no public key of RSA or of a usual curve.
    """
    try:
        match jwk.get("kty"):
            case "RSA":
                modulus, exponent = _number(jwk["n"]), _number(jwk["e"])
                plain = _der(0x30, _integer(modulus) + _integer(exponent))
                texts = [
                    _pem("PUBLIC KEY", _subject(modulus, exponent)),
                    _pem("RSA PUBLIC KEY", plain),
                ]
            case "EC" if jwk.get("crv") in _CURVES:
                point = b"\x00\x04" + _plain(jwk["x"]) + _plain(jwk["y"])
                algorithm = _der(0x30, _EC + _CURVES[jwk["crv"]])
                texts = [_pem("PUBLIC KEY", _der(0x30, algorithm + _der(0x03, point)))]
            case _:
                return ()
    except (KeyError, TypeError, ValueError):
        return ()
    return tuple(form for text in texts for form in (text, text.rstrip("\n")))


def encoded(data: bytes) -> str:
    """Base64 for URLs, without its padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _plain(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _number(text: str) -> int:
    return int.from_bytes(_plain(text), "big")


def _bytes(number: int) -> bytes:
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def _der(tag: int, content: bytes) -> bytes:
    """A value of ASN.1 by its distinguished encoding rules (X.690)."""
    size = len(content)
    if size < 0x80:
        return bytes((tag, size)) + content
    length = _bytes(size)
    return bytes((tag, 0x80 | len(length))) + length + content


def _integer(number: int) -> bytes:
    # The first bit is the sign.
    return _der(0x02, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def _subject(modulus: int, exponent: int) -> bytes:
    key = _der(0x30, _integer(modulus) + _integer(exponent))
    return _der(0x30, _der(0x30, _RSA) + _der(0x03, b"\x00" + key))


def _pem(kind: str, data: bytes) -> str:
    text = base64.b64encode(data).decode()
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    return "\n".join([f"-----BEGIN {kind}-----", *lines, f"-----END {kind}-----", ""])
