"""Which specs paths stand for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from specc.driver.inputs import DriverError, base_folder, find_specs

from .conftest import Write


def test_a_folder_stands_for_all_specs_in_it(write: Write) -> None:
    write({f"specs/{name}": "" for name in ("b.bts", "a/x.bts", ".git/c.bts", "d.txt")})
    assert find_specs(["specs"]) == ["specs/a/x.bts", "specs/b.bts"]
    assert find_specs(["specs/", "./specs/b.bts"]) == ["specs/a/x.bts", "specs/b.bts"]


def test_names_are_relative_to_where_we_are(
    project: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"specs/a.bts": "", "deep/er/x": ""})
    assert find_specs([str(project / "specs")]) == ["specs/a.bts"]
    assert find_specs(["."]) == ["specs/a.bts"]
    monkeypatch.chdir(project / "deep/er")
    assert find_specs(["../../specs"]) == ["../../specs/a.bts"]


def test_the_output_folder_is_left_out(write: Write) -> None:
    write({"a.bts": "", "generated/b.bts": ""})
    assert find_specs(["."], "generated") == ["a.bts"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nope", "nope does not exist"),
        ("empty", "there is no .bts file in empty"),
        ("a.txt", "a.txt is no .bts file"),
    ],
)
def test_paths_that_stand_for_nothing(write: Write, path: str, message: str) -> None:
    write({"a.txt": "", "empty/x.txt": ""})
    with pytest.raises(DriverError, match=message):
        find_specs([path])


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_links_are_followed_but_not_in_circles(project: Path, write: Write) -> None:
    write({"specs/a.bts": "", "elsewhere/b.bts": "", "elsewhere/deep/c.bts": ""})
    (project / "specs/up").symlink_to("..")
    (project / "specs/self").symlink_to(".")
    (project / "specs/there").symlink_to("../elsewhere")
    (project / "elsewhere/back").symlink_to("../specs")
    (project / "specs/one.bts").symlink_to("a.bts")
    assert find_specs(["specs"]) == [
        "specs/a.bts",
        "specs/one.bts",
        "specs/there/b.bts",
        "specs/there/deep/c.bts",
    ]


@pytest.mark.parametrize(
    ("paths", "base"),
    [
        (["specs"], "specs"),
        (["specs/a/b.bts"], "specs"),
        (["specs/a", "specs/c"], "specs"),
        (["other/x.bts"], "other"),
        (["other/x.bts", "another/y.bts"], "."),
    ],
)
def test_suites_are_named_from_the_specs_folder(write: Write, paths: list[str], base: str) -> None:
    write(dict.fromkeys(("specs/a/b.bts", "specs/c/d.bts", "other/x.bts"), ""))
    write({"another/y.bts": ""})
    assert base_folder(paths) == base
