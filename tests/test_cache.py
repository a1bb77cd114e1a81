"""The cache folder: whose it is, and what is believed of what lies in it."""

import os
import sys
from pathlib import Path

import pytest

from specc import cache

posix = pytest.mark.skipif(sys.platform == "win32", reason="folders have no mode there")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "cache"
    monkeypatch.setenv("SPECC_CACHE_DIR", str(place))
    return place


def test_what_is_written_is_read_back(folder: Path) -> None:
    assert cache.read("key") is None
    cache.write("key", b"content")
    cache.write("other", b"")
    assert (cache.read("key"), cache.read("other")) == (b"content", b"")
    cache.write("key", b"new")
    assert cache.read("key") == b"new"


def test_nothing_is_left_behind(folder: Path) -> None:
    cache.write("key", b"content")
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("kept", [b"", b"x", b"x" * 100])
def test_what_is_not_whole_is_a_miss(folder: Path, kept: bytes) -> None:
    cache.write("key", b"content")
    (entry,) = folder.iterdir()
    entry.write_bytes(kept)
    assert cache.read("key") is None
    cache.write("key", b"content")
    entry.write_bytes(entry.read_bytes()[:-1])
    assert cache.read("key") is None


@posix
def test_only_the_user_can_write_there(folder: Path) -> None:
    assert cache.cache_folder() is not None
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o770)
    assert cache.cache_folder() is None
    assert cache.read("key") is None
    cache.write("key", b"content")
    assert list(folder.iterdir()) == []


@posix
def test_the_folder_of_another_user_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cache.cache_folder() is not None
    monkeypatch.setattr(os, "getuid", lambda: folder.stat().st_uid + 1)
    assert cache.cache_folder() is None


@posix
def test_a_link_to_a_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "real")
    assert cache.cache_folder() is None


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SPECC_CACHE_DIR", str(tmp_path / "file" / "cache"))
    cache.write("key", b"content")
    assert cache.read("key") is None


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="theirs is elsewhere")
def test_the_platforms_folder_is_the_usual_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SPECC_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache.cache_folder() == str(tmp_path / "xdg" / "specc")
