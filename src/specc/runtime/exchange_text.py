"""Requests and responses as people read them."""

from __future__ import annotations

from contextlib import suppress

from specc.runtime import json_text
from specc.runtime.exchange import Headers, Request, Response
from specc.runtime.redaction import REDACTED, Redactor, hide
from specc.runtime.sensitive import is_sensitive, label, secret_names, without_secrets
from specc.runtime.visible import one_line, visible

_MOST_CHARACTERS = 3000
_MOST_LINES = 60
_DERIVED = frozenset(
    {"host", "content-length", "accept-encoding", "user-agent", "connection", "keep-alive"}
)


def request_lines(request: Request, redactors: list[Redactor]) -> list[str]:
    """The request: who sent it, its line, headers and body."""
    what = (
        f"({request.endpoint.name} as {request.actor})"
        if request.endpoint
        else f"(as {request.actor})"
    )
    lines = [f"request   {request.method} {one_line(request.url)}  {what}"]
    lines += _headers(request.headers, request.credentials)
    media = request.headers.get("Content-Type") or ""
    if request.body:
        lines += _body(request.body, media, secret_names(request), redactors)
    return lines


def response_lines(response: Response, redactors: list[Redactor]) -> list[str]:
    """The response: its status and how long it took, headers and body."""
    status = f"{response.status} {response.reason}".rstrip()
    milliseconds = f"{response.elapsed * 1000:.1f} ms"
    lines = [f"response  {one_line(status)}  (after {milliseconds})"]
    lines += _headers(response.headers, frozenset())
    names = secret_names(response.request)
    if response.content:
        lines += _body(
            response.content, response.headers.get("Content-Type") or "", names, redactors
        )
    elif response.request.method != "HEAD":
        lines += ["", "    (no body)"]
    return lines


def _headers(headers: Headers, credentials: frozenset[str]) -> list[str]:
    lines = []
    for name, value in headers.items():
        if name.lower() in _DERIVED:
            continue
        if is_sensitive(name) or name.lower() in credentials:
            value = _hidden(name, value)
        lines.append(f"    {one_line(name)}: {one_line(value)}")
    return lines


def _hidden(name: str, value: str) -> str:
    """A credential without what makes it one: schemes and the names of cookies are no secret."""
    lower = name.lower()
    if lower == "cookie":
        names = [pair.partition("=")[0].strip() for pair in value.split(";")]
        return "; ".join(f"{name}={REDACTED}" for name in names)
    if lower == "set-cookie":
        pair, semicolon, attributes = value.partition(";")
        return f"{pair.partition('=')[0]}={REDACTED}{semicolon}{attributes}"
    scheme, space, rest = value.partition(" ")
    if lower.endswith("authorization") and space:
        return f"{scheme} {label(rest)}"
    return label(value)


def _body(
    content: bytes, media: str, names: frozenset[str], redactors: list[Redactor]
) -> list[str]:
    size = f"{len(content):,} bytes"
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return ["", f"    ({size} that are no text{f', {one_line(media)}' if media else ''})"]
    if text.count("\0") or (media.startswith("multipart/") and len(text) > _MOST_CHARACTERS):
        return ["", f"    ({size}, {one_line(media)})"]
    if "json" in media or text[:1] in "{[":
        with suppress(ValueError, RecursionError):
            text = json_text.pretty(without_secrets(json_text.parse(text), names))
    # Before it is cut: a secret that is cut in two would not be recognised any more.
    text = visible(hide(text, *redactors))
    lines = text[:_MOST_CHARACTERS].split("\n")
    shown = lines[:_MOST_LINES]
    if len(text) > _MOST_CHARACTERS or len(lines) > _MOST_LINES:
        shown.append(f"… ({size} in all)")
    return ["", *(f"    {line}" for line in shown)]
