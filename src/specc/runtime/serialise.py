"""Parameters as they go over the wire. No value can become another path, parameter or header."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from urllib.parse import quote

import attrs

from specc.runtime.json_text import number


@attrs.frozen
class Raw:
    """Text for a parameter that is sent as it is, whatever the parameter's type.

    It is percent-encoded like any other: it stays one value of one parameter.
    """

    text: str


_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_IN_COOKIE = re.compile(r"[\x00-\x1f\x7f;]")


def text_of(value: object, name: str) -> str:
    """A single value as text. Raises TypeError for what has no one spelling (a date, an object)."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return number(value)
        case float():
            return number(Decimal(repr(value)))
        case Raw():
            return value.text
        case _:
            raise TypeError(
                f"the parameter {name} is given {value!r:.80}: "
                "text, a number, true or false, or a list of them can be sent"
            )


def fixed_path(text: str) -> str:
    """A path that a spec writes, as a URL has it: only what no URL may hold is encoded."""
    return quote(text, safe="/%?=&:@!$'()*+,;~[]{}|^`\"<>\\-._")


def in_path(value: object, name: str) -> str:
    """A value as one segment of a path; `/`, `?` and dots cannot lead anywhere else.

    Raises ValueError for an empty value, with which the path would be another one.
    """
    if isinstance(value, list | tuple):
        return ",".join(in_path(item, name) for item in value)
    text = text_of(value, name)
    if not text:
        raise ValueError(f"the path parameter {name} is empty, which would make another path")
    encoded = quote(text, safe="", errors="surrogatepass")
    # Nothing encodes dots, and a segment of one or two of them is a step in the tree of paths.
    return encoded.replace(".", "%2E") if text in (".", "..") else encoded


def query(pairs: Iterator[tuple[str, object]]) -> str:
    """A query string without its `?`; None is left out, a list repeats its name."""
    parts = []
    for name, value in pairs:
        if value is None:
            continue
        encoded = quote(name, safe="[]$", errors="surrogatepass")
        for item in value if isinstance(value, list | tuple) else (value,):
            text = quote(text_of(item, name), safe="", errors="surrogatepass")
            parts.append(f"{encoded}={text}")
    return "&".join(parts)


def header_line(name: str, value: object) -> str:
    """`Name: value` with its line end. Raises ValueError where it would be more than one line."""
    if not _HEADER_NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name of a header")
    if isinstance(value, list | tuple):
        value = ",".join(text_of(item, name) for item in value)
    text = text_of(value, name)
    if _CONTROL.search(text):
        raise ValueError(
            f"the header {name} cannot hold a control character or the end of a line: {text!r}"
        )
    return f"{name}: {text}\r\n"


def cookie_pair(name: str, value: object) -> str:
    """`name=value`. Raises ValueError where it would be more than one cookie."""
    text = text_of(value, name)
    if not _HEADER_NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name of a cookie")
    if _IN_COOKIE.search(text):
        raise ValueError(f"the cookie {name} cannot hold `;` or a control character: {text!r}")
    return f"{name}={text}"


def wire(text: str) -> bytes:
    """Text of a request's head as bytes; what is not ASCII goes as UTF-8, as most expect it to."""
    return text.encode("ascii") if text.isascii() else text.encode("utf-8", "surrogateescape")


def form(fields: Mapping[str, object]) -> str:
    """A body of type application/x-www-form-urlencoded."""
    return query(iter(fields.items())).replace("%20", "+")
