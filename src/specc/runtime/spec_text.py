"""The spec's own text at run time: the lines that failures quote, the defaults of secrets."""

import re
from contextlib import suppress
from functools import cache
from pathlib import Path

_folders: dict[Path, None] = {}


def look_in(folder: Path) -> None:
    """Remember a folder in which, or above which, spec files lie."""
    _folders[folder.resolve()] = None


@cache
def read(path: Path) -> str:
    """The text of a spec file; empty where it cannot be read."""
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def line_at(place: str) -> str:
    """The spec line that `specs/shop.bts:73` names, without its indent; empty if it is not there.

    The spec may have stayed at home: suites run without it, and then failures only name the place.
    """
    name, _, number = place.rpartition(":")
    path = _find(name)
    if path is None or not number.isdecimal():
        return ""
    lines = read(path).split("\n")
    line = int(number)
    return lines[line - 1].strip() if 1 <= line <= len(lines) else ""


def _find(name: str) -> Path | None:
    # The name is relative to wherever the spec was compiled, which is somewhere above its folder.
    folders = list(_folders)
    with suppress(FileNotFoundError):  # somebody may have removed the folder that we are in
        folders.insert(0, Path.cwd())
    for folder in folders:
        for base in (folder, *folder.parents):
            path = base / name
            if path.is_file():
                return path
    return None


def secret_default(path: Path, name: str) -> str | None:
    """The default in the spec's `secret("name", "default")`, or None if it has none."""
    text = read(path)
    opening = re.compile(
        r"\bsecret\s*\(\s*" + re.escape(_written(name)) + r'\s*,\s*"((?:[^"\\\n]|\\.)*)"'
    )
    for found in opening.finditer(text):
        if not _in_comment(text, found.start()):
            return _decoded(found.group(1))
    return None


def _written(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _in_comment(text: str, at: int) -> bool:
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return "#" in re.sub(r'"(?:[^"\\]|\\.)*"', "", line)


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")


def _decoded(written: str) -> str:
    def character(found: re.Match[str]) -> str:
        code, letter = found.groups()
        return chr(int(code, 16)) if code else _ESCAPES.get(letter, letter)

    text = _ESCAPE.sub(character, written)
    # Two \u escapes may be the halves of one character, as in JSON.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
