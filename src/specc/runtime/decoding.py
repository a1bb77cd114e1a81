"""Undo content encodings, within a limit: a small body must not unfold into a huge one."""

import importlib
import importlib.util
import zlib
from collections.abc import Callable
from typing import Any

from specc.runtime.connection import TooLargeError

_PIECE = 1024
_MOST_MEMBERS = 100
"""What comes after a member is copied for each: a million empty ones would take hours."""
_MOST_ENCODINGS = 8

# No dependency of specc: where it is there, it is used.
_Brotli: Any = importlib.import_module("brotli") if importlib.util.find_spec("brotli") else None


def decoded(content: bytes, encodings: str, limit: int) -> tuple[bytes, str]:
    """The body without its `Content-Encoding`, and why not if that cannot be.

    Raises TooLargeError when more than `limit` bytes come out.
    """
    result = content
    names = [each.strip().lower() for each in encodings.split(",")]
    if len(names) > _MOST_ENCODINGS:
        return content, f"it is encoded {len(names):,} times over"
    for name in reversed(names):
        undo = _DECODERS.get(name)
        if undo is None:
            return content, f"its content encoding {name!r} is not one of gzip, deflate, br"
        try:
            result = undo(result, limit)
        except ModuleNotFoundError:
            return (
                content,
                f"its encoding is {name}, and the package brotli is not installed",
            )
        except (zlib.error, EOFError) as wrong:
            return content, f"it is not the {name} that its content encoding says ({wrong})"
    return result, ""


def _as_is(content: bytes, _limit: int) -> bytes:
    return content


def _gzip(content: bytes, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    for _ in range(_MOST_MEMBERS):  # a gzip file may have several members
        if not content:
            break
        unzip = zlib.decompressobj(wbits=31)
        part = _inflate(unzip, content, limit - size)
        parts.append(part)
        size += len(part)
        content = unzip.unused_data
    if content:
        raise zlib.error(f"it has more than {_MOST_MEMBERS} members")
    return b"".join(parts)


def _deflate(content: bytes, limit: int) -> bytes:
    # "deflate" means zlib's format; some servers send it without zlib's header.
    try:
        return _inflate(zlib.decompressobj(), content, limit)
    except zlib.error:
        return _inflate(zlib.decompressobj(wbits=-15), content, limit)


def _brotli(content: bytes, limit: int) -> bytes:
    if _Brotli is None:
        raise ModuleNotFoundError
    unpack = _Brotli.Decompressor()
    parts = []
    size = 0
    try:
        for start in range(0, len(content), _PIECE):
            # A small piece unfolds into little enough to see in time that it is too much.
            part = unpack.process(content[start : start + _PIECE])
            parts.append(part)
            size += len(part)
            if size > limit:
                raise TooLargeError(f"more than {limit:,} bytes once decompressed")
        if not unpack.is_finished():
            raise EOFError("it ends too early")
    except _Brotli.error as wrong:
        raise zlib.error(str(wrong)) from None
    return b"".join(parts)


def _inflate(unzip: "zlib._Decompress", content: bytes, limit: int) -> bytes:
    result = unzip.decompress(content, limit + 1)
    if len(result) > limit:
        raise TooLargeError(f"more than {limit:,} bytes once decompressed")
    if not unzip.eof:
        raise EOFError("it ends too early")
    return result


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "": _as_is,
    "identity": _as_is,
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
}
