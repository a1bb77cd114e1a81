"""JSON Web Tokens that the service has not signed."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
import time
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

import attrs

from specc.runtime.actor import Actor
from specc.runtime.security.weak_keys import guesses

_JWT = re.compile(
    r"(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{0,8000}\.[A-Za-z0-9_-]{1,8000}\.[A-Za-z0-9_-]{0,8000}"
)
_HASHES = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}


@attrs.frozen
class Token:
    """A token of the service: its text, and what it says."""

    text: str
    header: dict[str, Any]
    claims: dict[str, Any]
    names: tuple[str, ...] = ()
    """What the service is called: keys are often made of that."""

    @property
    def algorithm(self) -> str:
        """What it says that it is signed by."""
        return str(self.header.get("alg", ""))

    def signed(self, key: bytes, **header: object) -> str:
        """The same claims signed by HS256 (or as `alg` says) with a key; more may be in its header.

        `claims` in place of a header's word are other claims.
        """
        claims = header.pop("claims", self.claims)
        head = {**self.header, "alg": "HS256", **header}
        body = f"{_encoded(head)}.{_encoded(claims)}"
        digest = hmac.new(key, body.encode(), _HASHES[str(head["alg"])]).digest()
        return f"{body}.{_plain(digest)}"

    def unsigned(self, algorithm: str) -> str:
        """The same claims under a header that says there is no signature."""
        return f"{_encoded({**self.header, 'alg': algorithm})}.{_encoded(self.claims)}."

    def guessed(self) -> bytes | None:
        """The key, if it is one of the usual ones."""
        body, _, signature = self.text.rpartition(".")
        if self.algorithm not in _HASHES:
            return None
        said = (str(self.claims[name]) for name in ("iss", "aud") if name in self.claims)
        return _guessed(body, signature, self.algorithm, (*self.names, *said))


@lru_cache(64)
def _guessed(body: str, signature: str, algorithm: str, names: tuple[str, ...]) -> bytes | None:
    for key in chain((b"",), guesses(names)):
        made = hmac.new(key, body.encode(), _HASHES[algorithm]).digest()
        if hmac.compare_digest(_plain(made), signature):
            return key
    return None


def token_of(actor: Actor, *names: str) -> Token | None:
    """The token that goes with an actor's requests; None where there is none, or it is no JWT.

    `names` are what the service is called.
    """
    actor.renew()
    headers, cookies = actor.credentials
    for value in (*headers.values(), *cookies.values()):
        if found := _JWT.search(value):
            header, claims, _ = found[0].split(".")
            try:
                return Token(found[0], _decoded(header), _decoded(claims), names)
            except (ValueError, binascii.Error):
                continue
    return None


def forged(token: Token, rule: str) -> Iterator[tuple[str, str]]:
    """The tokens of a rule, each with what it is; none where the rule is not about such tokens."""
    body, _, signature = token.text.rpartition(".")
    match rule:
        case "jwt.signature_ignored":
            yield "with an altered signature", f"{body}.{_altered(signature)}"
            yield "with its signature cut off", f"{body}."
            yield "with other claims under its signature", _other_claims(token, signature)
        case "jwt.alg_none":
            for algorithm in ("none", "None", "NONE", "nOnE"):
                yield f"unsigned, by `{algorithm}`", token.unsigned(algorithm)
        case "jwt.empty_key":
            yield "signed with an empty key", token.signed(b"")
        case "jwt.header_key":
            key = b"a key of the bearer's own, of 32 b"
            jwk = {"kty": "oct", "k": _plain(key), "alg": "HS256", "kid": "own"}
            yield "with its own key in `jwk`", token.signed(key, jwk=jwk, kid="own")
            nowhere = "../../../../../../dev/null"
            yield "with a `kid` that leads to an empty file", token.signed(b"", kid=nowhere)
            pasted = "none' UNION SELECT 'own' -- "
            yield "with a `kid` that chooses its key by SQL", token.signed(b"own", kid=pasted)
        case "jwt.expired":
            key_found = token.guessed()
            if key_found is not None:
                past = int(time.time()) - 3600
                claims = {**token.claims, "iat": past - 60, "nbf": past - 60, "exp": past}
                alg = token.algorithm
                yield "that expired an hour ago", token.signed(key_found, alg=alg, claims=claims)
        case _:
            return


def _other_claims(token: Token, signature: str) -> str:
    claims = {**token.claims, "specc": True}
    return f"{_encoded(token.header)}.{_encoded(claims)}.{signature}"


def _altered(signature: str) -> str:
    """Another signature of the same length: its first half is turned around."""
    if not signature:
        return "AAAA"
    first = "A" if signature[0] != "A" else "B"
    second = "A" if signature[-2:-1] != "A" else "B"
    return f"{first}{signature[1:-2]}{second}{signature[-1:]}" if len(signature) > 3 else "AAAA"


def _encoded(value: object) -> str:
    return _plain(json.dumps(value, separators=(",", ":")).encode())


def _plain(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decoded(text: str) -> dict[str, Any]:
    value = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    if not isinstance(value, dict):
        raise ValueError("no object")
    return value
