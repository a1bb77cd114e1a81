"""Files beside the spec: what is uploaded, and tables of rows."""

import csv
import mimetypes
from functools import cache
from pathlib import Path

import attrs

UNKNOWN_MEDIA = "application/octet-stream"

_MEBIBYTE = 1024 * 1024
_LARGEST = 256 * _MEBIBYTE


@attrs.frozen
class File:
    """A file to send: its name and media type as the server is told, and its bytes."""

    name: str
    content: bytes = attrs.field(repr=False)
    media: str = UNKNOWN_MEDIA


def file(name: str, spec: Path) -> File:
    """The file `name` beside the spec.

    Raises FileNotFoundError, or ValueError for one that lies elsewhere or is too large.
    """
    path = _beside(name, spec)
    return File(
        path.name,
        _content(path),
        mimetypes.guess_type(path.name)[0] or UNKNOWN_MEDIA,
    )


def table(name: str, spec: Path) -> list[dict[str, str]]:
    """The rows of a CSV file beside the spec, by the names in its first line."""
    path = _beside(name, spec)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines, strict=True)
        found = []
        for row in rows:
            if None in row or None in row.values():
                raise ValueError(
                    f"{name}, line {rows.line_num}: not as many values as the first line has names"
                )
            found.append(row)
    return found


@cache
def _content(path: Path) -> bytes:
    if path.stat().st_size > _LARGEST:
        raise ValueError(f"{path} is larger than {_LARGEST // _MEBIBYTE} MB")
    return path.read_bytes()


def _beside(name: str, spec: Path) -> Path:
    # Links are followed before the comparison: a link must not lead out of the folder either.
    folder = spec.parent.resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder):
        raise ValueError(f"{name!r} lies outside the spec's folder, and only files in it are read")
    if not path.is_file():
        raise FileNotFoundError(f"there is no file {name!r} beside {spec.name} (looked for {path})")
    return path
