"""Building: what is written, what is left alone, what is removed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from specc.driver import fresh
from specc.driver.build import build
from specc.driver.inputs import DriverError

from .conftest import Write
from .toy import Toy

SHOP = {"specs/shop.bts": "import common.bts\nservice\nendpoint", "specs/common.bts": "endpoint"}


def files(folder: Path) -> set[str]:
    return {each.relative_to(folder).as_posix() for each in folder.rglob("*") if not each.is_dir()}


def later(place: Path, text: str) -> None:
    """Change a file as an editor would some time later."""
    place.write_text(text)
    stamp = place.stat().st_mtime_ns + 10_000_000
    os.utime(place, ns=(stamp, stamp))


def test_a_suite_is_made_of_each_module_that_reaches_a_service(
    project: Path, toy: Toy, write: Write
) -> None:
    write(SHOP | {"specs/a/b.bts": "import ../shop.bts\nendpoint", "specs/lone.bts": "endpoint"})
    built = build(["specs"])
    assert built.ok
    assert built.suites == ("a_b", "shop")
    assert toy.compiled == ["specs/a/b.bts", "specs/shop.bts", "specs/lone.bts"]
    assert files(project / "generated") == {
        f"{suite}/{name}"
        for suite in ("a_b", "shop")
        for name in ("conftest.py", "manifest.json", "pytest.ini", "test_it.py")
    }


def test_suite_is_called_the_same_when_built_alone(toy: Toy, write: Write) -> None:
    write({"specs/a/b.bts": "service\nendpoint"})
    assert build(["specs"]).suites == build(["specs/a/b.bts"]).suites == ("a_b",)


def test_names_that_would_clash_are_numbered(toy: Toy, write: Write) -> None:
    write({f"specs/{name}.bts": "service\nendpoint" for name in ("a_b", "a/b", "1 x", "a-b")})
    assert sorted(build(["specs"]).suites) == ["a_b", "a_b_2", "a_b_3", "suite_1_x"]


def test_nothing_is_done_twice(toy: Toy, write: Write) -> None:
    write(SHOP)
    assert build(["specs"]).written
    place = fresh.record_path("generated")
    assert fresh.is_fresh(["specs"], "generated", place) == (
        "1 suite in generated up to date",
        ("", ""),
    )
    toy.compiled.clear()
    toy.parsed.clear()
    again = build(["specs"])
    assert (again.compiled, again.written, toy.compiled, toy.parsed) == ((), (), [], [])


@pytest.mark.parametrize("name", ["shop", "common"])
def test_only_suites_that_a_change_touches_are_compiled(
    project: Path, toy: Toy, write: Write, name: str
) -> None:
    write(SHOP | {"specs/other.bts": "service\nendpoint"})
    build(["specs"])
    toy.compiled.clear()
    place = project / f"specs/{name}.bts"
    later(place, place.read_text() + "\nservice")
    assert fresh.is_fresh(["specs"], "generated", fresh.record_path("generated")) is None
    build(["specs"])
    assert "specs/other.bts" not in toy.compiled
    assert "specs/shop.bts" in toy.compiled


def test_a_data_file_counts_as_a_source(project: Path, toy: Toy, write: Write) -> None:
    write({"specs/a.bts": "service\nendpoint\ndata specs/rows.csv", "specs/rows.csv": "1"})
    build(["specs"])
    later(project / "specs/rows.csv", "2")
    assert fresh.is_fresh(["specs"], "generated", fresh.record_path("generated")) is None
    assert build(["specs"]).written == ("generated/a/conftest.py", "generated/a/manifest.json")


def test_a_file_that_was_only_touched_is_not_compiled_again(
    project: Path, toy: Toy, write: Write
) -> None:
    write(SHOP)
    build(["specs"])
    toy.compiled.clear()
    later(project / "specs/shop.bts", SHOP["specs/shop.bts"])
    assert build(["specs"]).compiled == ()
    assert toy.compiled == []
    assert fresh.is_fresh(["specs"], "generated", fresh.record_path("generated"))


@pytest.mark.parametrize("cached", [True, False])
def test_an_edited_file_is_not_overwritten_unless_forced(
    project: Path, toy: Toy, write: Write, cached: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(SHOP)
    build(["specs"])
    edited = project / "generated/shop/conftest.py"
    later(edited, "mine")
    later(project / "specs/shop.bts", "service\nendpoint\nservice")
    if not cached:
        monkeypatch.setattr("specc.driver.fresh.cache_folder", lambda: str(project / "none"))
    built = build(["specs"])
    assert not built.ok
    assert built.edited == ("generated/shop/conftest.py",)
    assert edited.read_text() == "mine"
    assert build(["specs"], force=True).ok
    assert edited.read_text() != "mine"


def test_an_edit_is_found_though_no_spec_changed(project: Path, toy: Toy, write: Write) -> None:
    write(SHOP)
    build(["specs"])
    later(project / "generated/shop/conftest.py", "mine")
    assert fresh.is_fresh(["specs"], "generated", fresh.record_path("generated")) is None
    assert build(["specs"]).edited == ("generated/shop/conftest.py",)
    assert toy.compiled.count("specs/shop.bts") == 1


def test_another_machine_knows_generated_files_by_the_manifest(
    project: Path, toy: Toy, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(SHOP)
    build(["specs"])
    monkeypatch.setattr("specc.driver.fresh.cache_folder", lambda: str(project / "none"))
    toy.version = 2
    assert build(["specs"]).written == (
        "generated/shop/conftest.py",
        "generated/shop/manifest.json",
    )


def test_a_file_that_is_not_ours_is_not_overwritten(project: Path, toy: Toy, write: Write) -> None:
    write(SHOP | {"generated/shop/conftest.py": "mine"})
    assert build(["specs"]).edited == ("generated/shop/conftest.py",)
    assert files(project / "generated") == {"shop/conftest.py"}


def test_a_missing_file_is_written_again(project: Path, toy: Toy, write: Write) -> None:
    write(SHOP)
    build(["specs"])
    (project / "generated/shop/test_it.py").unlink()
    assert build(["specs"]).written == ("generated/shop/test_it.py",)


@pytest.mark.parametrize("cached", [True, False])
def test_what_is_no_longer_made_is_removed(
    project: Path, toy: Toy, write: Write, cached: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(SHOP | {"specs/old.bts": "service\nendpoint"})
    build(["specs"])
    if not cached:
        monkeypatch.setattr("specc.driver.fresh.cache_folder", lambda: str(project / "none"))
    (project / "specs/old.bts").unlink()
    built = build(["specs"])
    assert built.removed == tuple(
        f"generated/old/{name}"
        for name in ("conftest.py", "manifest.json", "pytest.ini", "test_it.py")
    )
    assert not (project / "generated/old").exists()


def test_an_edited_file_is_not_removed(project: Path, toy: Toy, write: Write) -> None:
    write(SHOP | {"specs/old.bts": "service\nendpoint"})
    build(["specs"])
    later(project / "generated/old/conftest.py", "mine")
    (project / "specs/old.bts").unlink()
    build(["specs"])
    assert files(project / "generated/old") == {"conftest.py"}


def test_building_a_part_leaves_the_rest(project: Path, toy: Toy, write: Write) -> None:
    write(SHOP | {"specs/other.bts": "service\nendpoint"})
    build(["specs"])
    assert not build(["specs/shop.bts"]).removed
    assert (project / "generated/other/conftest.py").exists()


def test_a_suite_with_errors_keeps_its_old_files(project: Path, toy: Toy, write: Write) -> None:
    write(SHOP | {"specs/other.bts": "service\nendpoint"})
    build(["specs"])
    before = (project / "generated/shop/conftest.py").read_text()
    later(project / "specs/shop.bts", "service\nendpoint\nerror here")
    later(project / "specs/other.bts", "service\nendpoint\nservice")
    for _ in range(2):
        built = build(["specs"])
        assert built.failed == ("specs/shop.bts",)
        assert [note.severity for note in built.notes] == ["error"]
        assert (project / "generated/shop/conftest.py").read_text() == before
    later(project / "specs/shop.bts", SHOP["specs/shop.bts"])
    assert build(["specs"]).ok


def test_warnings_are_said_again(toy: Toy, write: Write) -> None:
    write({"specs/a.bts": "service\nendpoint\nwarn thing", "specs/lone.bts": "warn other"})
    first = build(["specs"])
    again = build(["specs"])
    assert again.compiled == ()
    assert [note.file for note in first.notes] == ["specs/a.bts", "specs/lone.bts"]
    assert again.notes == first.notes
    found = fresh.is_fresh(["specs"], "generated", fresh.record_path("generated"))
    assert found is not None
    assert "odd thing" in found[1][0]
    assert "2 warnings in 2 files" in found[1][0]


def test_a_warning_of_a_shared_module_is_said_once(toy: Toy, write: Write) -> None:
    write(
        {f"specs/{name}.bts": "import c.bts\nservice\nendpoint" for name in "ab"}
        | {"specs/c.bts": "warn thing"}
    )
    assert len(build(["specs"]).notes) == 1


def test_a_waiver_that_ends_makes_its_suite_stale(
    toy: Toy, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(SHOP | {"specs/other.bts": "service\nendpoint\nuntil 2030-01-01"})
    monkeypatch.setattr(fresh, "today", lambda: "2029-12-31")
    build(["specs"])
    monkeypatch.setattr(fresh, "today", lambda: "2030-01-01")
    place = fresh.record_path("generated")
    assert fresh.is_fresh(["specs"], "generated", place)
    monkeypatch.setattr(fresh, "today", lambda: "2030-01-02")
    assert fresh.is_fresh(["specs"], "generated", place) is None
    toy.compiled.clear()
    build(["specs"])
    assert toy.compiled == ["specs/other.bts"]


def test_another_compiler_compiles_everything_anew(
    toy: Toy, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(SHOP)
    build(["specs"])
    toy.version = 2
    monkeypatch.setattr("specc.driver.build.tool_sum", lambda: "another")
    assert build(["specs"]).compiled == ("shop",)


def test_a_build_after_an_interrupted_one_knows_its_files(
    project: Path, toy: Toy, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(SHOP)
    build(["specs"])
    later(project / "specs/shop.bts", "service\nendpoint\nservice")

    real = os.replace

    def replace_some(here: str, there: str) -> None:
        if there.endswith("manifest.json"):
            raise KeyboardInterrupt
        real(here, there)

    monkeypatch.setattr("specc.driver.outputs.os.replace", replace_some)
    with pytest.raises(KeyboardInterrupt):
        build(["specs"])
    monkeypatch.setattr("specc.driver.outputs.os.replace", real)
    assert not [name for name in files(project / "generated") if name.endswith(".new")]
    later(project / "specs/shop.bts", "service\nendpoint\nservice\nservice")
    assert build(["specs"]).ok


def test_a_file_that_is_not_utf8_is_a_diagnostic_with_its_place(
    project: Path, write: Write
) -> None:
    write({"specs/good.bts": "role customer\n"})
    (project / "specs/bad.bts").write_bytes(b"role a\n# caf\xe9\n")
    built = build(["specs"])
    assert built.failed == ("specs/bad.bts",)
    [note] = [note for note in built.notes if "BTS016" in note.plain]
    assert "is not UTF-8 text: it holds byte 0xe9" in note.plain
    assert "specs/bad.bts:2:6" in note.plain
    assert "# caf<0xE9>" in note.plain


def test_a_file_that_cannot_be_read_is_a_diagnostic(project: Path, write: Write) -> None:
    write({"specs/good.bts": 'import "odd.bts"\n', "specs/odd.bts/inner.txt": ""})
    built = build(["specs"])
    assert [note.plain.splitlines()[0] for note in built.notes if "BTS106" in note.plain] == [
        "error[BTS106]: cannot read `specs/odd.bts`: Is a directory"
    ]


def test_a_folder_that_cannot_be_written(project: Path, toy: Toy, write: Write) -> None:
    write(SHOP | {"blocked": "a file"})
    with pytest.raises(DriverError, match="cannot write"):
        build(["specs"], "blocked")


@pytest.mark.parametrize("nowhere", [True, False])
def test_a_cache_that_cannot_be_written_is_gone_without(
    project: Path, toy: Toy, write: Write, monkeypatch: pytest.MonkeyPatch, nowhere: bool
) -> None:
    write(SHOP | {"blocked": "a file"})
    place = "specc.driver.fresh.cache_folder"
    monkeypatch.setattr(place, lambda: None if nowhere else str(project / "blocked" / "cache"))
    assert build(["specs"]).written
    assert not build(["specs"]).written


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"format": 1}', b"\xff\xfe"])
def test_damaged_state_is_as_good_as_none(
    project: Path, toy: Toy, write: Write, damage: bytes
) -> None:
    write(SHOP)
    build(["specs"])
    for place in (project.parent / "cache").iterdir():
        place.write_bytes(damage)
    assert fresh.is_fresh(["specs"], "generated", fresh.record_path("generated")) is None
    built = build(["specs"])
    assert built.ok
    assert not built.written


def test_the_manifest_has_the_sums_of_its_files(project: Path, toy: Toy, write: Write) -> None:
    write(SHOP)
    build(["specs"])
    manifest = json.loads((project / "generated/shop/manifest.json").read_text())
    assert manifest["spec"] == "specs/shop.bts"
    assert sorted(manifest["files"]) == ["conftest.py", "pytest.ini", "test_it.py"]


def test_a_manifest_never_leads_a_removal_elsewhere(project: Path, toy: Toy, write: Write) -> None:
    from specc.driver.state import digest

    total = digest(b"mine")
    evil = {"spec": "specs/gone.bts", "files": {"../mine.txt": total, "/etc/passwd": total}}
    write(SHOP | {"mine.txt": "mine", "generated/gone/manifest.json": json.dumps(evil)})
    assert not build(["specs"]).removed
    assert (project / "mine.txt").exists()
