"""The command that repeats a request. Secrets are named by their variables, or left out."""

import re
import shlex

from specc.runtime.exchange import Request
from specc.runtime.redaction import REDACTED, Redactor, labels_in
from specc.runtime.sensitive import is_sensitive

_MOST_BODY = 4000
_OWN = frozenset({"host", "content-length", "accept-encoding", "user-agent", "connection"})


def curl(request: Request, *redactors: Redactor) -> str:
    """A shell command that sends the request again; its quoting is that of bash and zsh."""
    words = ["curl", "-sS", "-i"]
    if request.method == "HEAD":
        words.append("-I")
    elif request.method != ("GET" if request.body is None else "POST"):
        words += ["-X", request.method]
    if re.search(r"/\.{1,2}(?:[/?]|$)", request.target):
        words.append("--path-as-is")
    if re.search(r"[\[\]{}]", request.url):
        words.append("-g")
    words.append(_quoted(request.url, redactors))
    for name, value in request.headers.items():
        if name.lower() not in _OWN:
            words += ["-H", _header(name, value, request, redactors)]
    if request.body is not None:
        text = _inline(request.body)
        words += (
            ["--data-binary", "@body"] if text is None else ["--data-raw", _quoted(text, redactors)]
        )
    return " ".join(words)


def needs(request: Request) -> str:
    """What the command needs beside it, in words; empty if nothing."""
    if request.body is None or _inline(request.body) is not None:
        return ""
    return f"(the file `body` has to hold the body's {len(request.body):,} bytes)"


def _header(name: str, value: str, request: Request, redactors: tuple[Redactor, ...]) -> str:
    if not is_sensitive(name) and name.lower() not in request.credentials:
        return _quoted(f"{name}: {value}", redactors)
    scheme, space, rest = value.partition(" ")
    if name.lower().endswith("authorization") and space:
        return _quoted(f"{name}: {scheme} {_named(rest, redactors)}", redactors)
    return _quoted(f"{name}: {_named(value, redactors)}", redactors)


def _named(value: str, redactors: tuple[Redactor, ...]) -> str:
    """The value, if it is known by the name of a variable that can be put in its place."""
    return value if any((each.label(value) or "")[:1] == "$" for each in redactors) else "REDACTED"


def _inline(content: bytes) -> str | None:
    """A body as text that fits on a command line; None if it does not."""
    if len(content) > _MOST_BODY or b"\0" in content:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


def _quoted(text: str, redactors: tuple[Redactor, ...]) -> str:
    """One word of a shell. Where a secret stood, its variable stands outside of the quotes."""
    secrets = labels_in(text, redactors)
    if not secrets:
        return _word(text)
    pattern = "|".join(re.escape(form) for form in sorted(secrets, key=len, reverse=True))
    pieces = []
    at = 0
    for found in re.finditer(pattern, text):
        if found.start() > at:
            pieces.append(_word(text[at : found.start()]))
        label = secrets[found.group()]
        # A variable holds the plain value: it does for a form of it only where that is the same.
        plain = any(each.is_plain(found.group()) for each in redactors)
        pieces.append(f'"{label}"' if label[:1] == "$" and plain else "REDACTED")
        at = found.end()
    if at < len(text):
        pieces.append(_word(text[at:]))
    return "".join(pieces).replace(REDACTED, "REDACTED")


def _word(text: str) -> str:
    if text.isprintable() or ("\n" in text and text.replace("\n", "").isprintable()):
        return shlex.quote(text)
    return "$'" + "".join(map(_ansi, text)) + "'"


def _ansi(character: str) -> str:
    if character in "\\'":
        return "\\" + character
    if character.isprintable():
        return character
    return "".join(f"\\x{byte:02x}" for byte in character.encode("utf-8", "surrogatepass"))
