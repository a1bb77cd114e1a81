"""Undo content encodings, within a limit: a small body must not unfold into a huge one."""

import zlib
from collections.abc import Callable

from specc.runtime.connection import TooLargeError


def decoded(content: bytes, encodings: str, limit: int) -> tuple[bytes, str]:
    """The body without its `Content-Encoding`, and why not if that cannot be.

    Raises TooLargeError when more than `limit` bytes come out.
    """
    result = content
    for name in reversed([each.strip().lower() for each in encodings.split(",")]):
        undo = _DECODERS.get(name)
        if undo is None:
            return content, f"its content encoding {name!r} is not one of gzip, deflate"
        try:
            result = undo(result, limit)
        except (zlib.error, EOFError) as wrong:
            return content, f"it is not the {name} that its content encoding says ({wrong})"
    return result, ""


def _gzip(content: bytes, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while content:  # a gzip file may have several members
        unzip = zlib.decompressobj(wbits=31)
        part = _inflate(unzip, content, limit - size)
        parts.append(part)
        size += len(part)
        content = unzip.unused_data
    return b"".join(parts)


def _deflate(content: bytes, limit: int) -> bytes:
    # "deflate" means zlib's format; some servers send it without zlib's header.
    try:
        return _inflate(zlib.decompressobj(), content, limit)
    except zlib.error:
        return _inflate(zlib.decompressobj(wbits=-15), content, limit)


def _inflate(unzip: "zlib._Decompress", content: bytes, limit: int) -> bytes:
    result = unzip.decompress(content, limit + 1)
    if len(result) > limit:
        raise TooLargeError(f"more than {limit:,} bytes once decompressed")
    if not unzip.eof:
        raise EOFError("it ends too early")
    return result


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "": lambda content, limit: content,
    "identity": lambda content, limit: content,
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
}
