"""Tokens that are signed with a key of the caller's, or with the service's public one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from specc.runtime.actor import anonymous
from specc.runtime.broken import Broken
from specc.runtime.exchange import Response
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, not_applicable
from specc.runtime.security.identities import with_token
from specc.runtime.security.keys import encoded, own_key, public_forms
from specc.runtime.security.listener import Listener, Reply, listening
from specc.runtime.security.tokens import Token, forged
from specc.runtime.service import Service
from specc.runtime.values import unique

_USUAL = (
    "/.well-known/jwks.json",
    "/.well-known/openid-configuration",
    "/jwks.json",
    "/jwks",
    "/oauth/jwks",
    "/oauth2/jwks",
    "/auth/jwks",
    "/keys",
    "/certs",
    "/public-key",
    "/public_key",
    "/publickey",
    "/public.pem",
    "/.well-known/public.pem",
)
_KEYS = re.compile(r"jwk|public[-_]?key|certs?\b|\.pem|openid-configuration", re.I)
_PEM = re.compile(
    r"-----BEGIN (?:RSA )?PUBLIC KEY-----.+?-----END (?:RSA )?PUBLIC KEY-----\n?", re.S
)


def with_public_key(token: Token, service: Service) -> Iterator[tuple[str, str]]:
    """The token signed by HS256 with the service's public key, in each form of it.

    Skips the test where the token's key is no public one, or where it is not found.
    """
    __tracebackhide__ = True
    if token.algorithm[:2] not in ("RS", "ES", "PS"):
        said = token.algorithm or "nothing"
        not_applicable(f"tokens are signed by {said}, whose key is not public")
    forms = list(dict.fromkeys(_public(service)))
    if not forms:
        not_applicable("the service's public key is at no endpoint and no usual path")
    for number, form in enumerate(forms, 1):
        yield (
            f"signed with the public key as a shared one (form {number})",
            token.signed(form.encode()),
        )


def _public(service: Service) -> Iterator[str]:
    """The texts of public keys that the service shows to everyone."""
    declared = [
        each.path
        for each in service.endpoints.values()
        if each.method == "GET"
        and "{" not in each.path
        and _KEYS.search(f"{each.name} {each.path}")
    ]
    paths = list(dict.fromkeys((*declared, *_USUAL)))
    for path in paths:
        try:
            answer = anonymous.request("GET", path, service=service)
        except (Broken, ValueError):
            continue
        if answer.status != 200:
            continue
        for found in _PEM.findall(answer.text):
            yield from (found, found.rstrip("\n"), found.rstrip("\n") + "\n")
        if not answer.is_json:
            continue
        for text in _texts(answer.json):
            yield from (
                item for found in _PEM.findall(text) for item in (found, found.rstrip("\n"))
            )
        for key in _jwks(answer.json):
            yield from public_forms(key)
            yield json.dumps(key, separators=(",", ":"))
        following = answer.json.get("jwks_uri") if isinstance(answer.json, dict) else None
        if isinstance(following, str):
            other = urlsplit(following).path.removeprefix(service.base)
            if other.startswith("/") and other not in paths:
                paths.append(other)


def _jwks(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if isinstance(value.get("kty"), str):
            yield value
        for item in value.get("keys") or () if isinstance(value.get("keys"), list) else ():
            yield from _jwks(item)


def _texts(value: Any) -> Iterator[str]:
    for item in value.values() if isinstance(value, dict) else ():
        if isinstance(item, str):
            yield item


def with_own_key(rule: str, token: Token, attempt: Attempt) -> Iterator[tuple[str, str]]:
    """The token signed with a key that its header brings along, or says where to get.

    The latter is at a listener of the test's own. Raises Broken if the service gets it there.
    """
    __tracebackhide__ = True
    yield from forged(token, rule)
    key = own_key()
    yield "with its own RSA key in `jwk`", _signed(token, jwk=key.jwk)
    with listening() as listener:
        for name, reply in (
            ("jku", Reply(json.dumps({"keys": [key.jwk]}).encode(), "application/json")),
            ("x5u", Reply(key.certificate.encode(), "application/x-pem-file")),
        ):
            path = unique("key")
            listener.replies[path] = reply
            text = _signed(token, **{name: listener.url(path)})
            _fetched(rule, attempt, token, text, name, listener, path)


def _fetched(
    rule: str,
    attempt: Attempt,
    token: Token,
    text: str,
    name: str,
    listener: Listener,
    path: str,
) -> None:
    __tracebackhide__ = True
    answer: Response = attempt.send(with_token(attempt.actor, token.text, text))
    if path in listener.heard:
        control = attempt.send()
        said = f"the service gets its key from wherever a token's `{name}` says"
        raise breach(rule, f"{said}; the token is answered {answer.status}", answer, control)


def _signed(token: Token, **header: Any) -> str:
    head = {"typ": "JWT", **token.header, "alg": "RS256", "kid": "specc", **header}
    parts = (json.dumps(part, separators=(",", ":")).encode() for part in (head, token.claims))
    body = ".".join(encoded(part) for part in parts)
    return f"{body}.{encoded(own_key().sign(body.encode()))}"
