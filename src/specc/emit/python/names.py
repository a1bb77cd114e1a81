"""Names for what is generated: any text makes one, and the same text always the same one."""

from __future__ import annotations

import builtins
import keyword
import re
import sys
import unicodedata
import zlib
from collections.abc import Collection
from itertools import count

MAX_LENGTH = 60

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[A-Za-z0-9]+")

# Letters that Unicode doesn't take for others with an accent.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l"}
    | {"Æ": "Ae", "Œ": "Oe", "Ø": "O", "Đ": "D", "Ð": "D", "Þ": "Th", "Ł": "L"}
)

# What only some Pythons have, so that all of them make the same names: what `site` adds, modules
# that left the library after 3.11, and modules that came since.
_AT_TIMES_BUILTIN = frozenset(["copyright", "credits", "exit", "help", "license", "quit"])
_AT_TIMES_MODULES = frozenset(
    [
        "aifc",
        "asynchat",
        "asyncore",
        "audioop",
        "cgi",
        "cgitb",
        "chunk",
        "crypt",
        "distutils",
        "imghdr",
        "imp",
        "lib2to3",
        "mailcap",
        "msilib",
        "nis",
        "nntplib",
        "ossaudiodev",
        "pipes",
        "smtpd",
        "sndhdr",
        "spwd",
        "sunau",
        "telnetlib",
        "uu",
        "xdrlib",
        "annotationlib",
        "compression",
    ]
)

_KEYWORDS = frozenset({*keyword.kwlist, *keyword.softkwlist})
_RESERVED_NAMES = _KEYWORDS | frozenset(dir(builtins)) | _AT_TIMES_BUILTIN

_DEVICES = frozenset({"con", "prn", "aux", "nul"}) | frozenset(
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
)
"""What Windows takes for a device, whatever the ending."""

# A module named like one of the library's would hide it from whatever runs beside it.
_RESERVED_STEMS = _KEYWORDS | _DEVICES | sys.stdlib_module_names | _AT_TIMES_MODULES


def identifier(text: str, taken: Collection[str] = ()) -> str:
    """A snake_case name that is none of Python's own and none of those that are taken."""
    return _free(_snake_case(text), _RESERVED_NAMES, taken)


def class_name(text: str, taken: Collection[str] = ()) -> str:
    """A PascalCase name that is none of Python's own and none of those that are taken."""
    words = _words(text)
    name = "".join([word[0].upper() + word[1:] for word in words]) or f"Name{_digest(text)}"
    return _free(name if name[0].isalpha() else f"N{name}", _RESERVED_NAMES, taken)


def file_stem(text: str, taken: Collection[str] = ()) -> str:
    """A name for a module's file, good on every system, also where cases aren't told apart."""
    return _free(_snake_case(text), _RESERVED_STEMS, {stem.lower() for stem in taken})


def _snake_case(text: str) -> str:
    words = [_HUMP.sub("_", word).lower() for word in _words(text)]
    name = "_".join(words) or f"name_{_digest(text)}"
    return name if name[0].isalpha() else f"n_{name}"


def _words(text: str) -> list[str]:
    """The runs of ASCII letters and digits, after accents are taken off."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join([c for c in plain if not unicodedata.combining(c)])
    return _WORD.findall(text)


def _digest(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def _free(name: str, reserved: Collection[str], taken: Collection[str]) -> str:
    name = name[:MAX_LENGTH].rstrip("_")
    if name in reserved:
        name += "_"
    if name not in taken:
        return name
    for number in count(2):
        suffix = f"_{number}"
        candidate = name[: MAX_LENGTH - len(suffix)].rstrip("_") + suffix
        if candidate not in taken:
            return candidate
    raise AssertionError("there is always another number")
