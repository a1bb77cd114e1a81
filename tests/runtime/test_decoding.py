"""Content encodings: what can be undone is, within a limit; else the bytes stay, and it is said."""

import zlib

import pytest

from specc.runtime import decoding
from specc.runtime.connection import TooLargeError
from specc.runtime.decoding import decoded


def test_deflate_with_and_without_its_header() -> None:
    packed = zlib.compress(b"text")
    assert decoded(packed, "deflate", 10) == (b"text", "")
    assert decoded(packed[2:-4], "deflate", 10) == (b"text", "")


def test_brotli_where_it_is_installed() -> None:
    brotli = pytest.importorskip("brotli")
    packed = brotli.compress(b"a" * 5000)
    assert decoded(packed, "br", 5000) == (b"a" * 5000, "")
    with pytest.raises(TooLargeError):
        decoded(packed, "br", 4999)
    content, why = decoded(b"no brotli", "br", 100)
    assert content == b"no brotli"
    assert "not the br" in why
    content, why = decoded(packed[:-1], "br", 5000)
    assert content == packed[:-1]
    assert why


def test_brotli_where_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "_Brotli", None)
    content, why = decoded(b"\x0b\x02", "br", 100)
    assert content == b"\x0b\x02"
    assert "not installed" in why


def test_an_encoding_that_nobody_knows() -> None:
    assert decoded(b"x", "zstd", 100)[0] == b"x"
