"""`specc fmt`: what it writes, what it leaves alone, and its exit codes."""

from __future__ import annotations

import io
import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from specc.format import formatting

from .conftest import Specc, Write

UGLY = "role   a # one\r\nrole b"
NEAT = "role a    # one\nrole b\n"
BROKEN = "role a\nrle b\n"


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    stream = io.BytesIO()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))
    return stream


def given(stdin: io.BytesIO, data: bytes) -> None:
    stdin.write(data)
    stdin.seek(0)


def test_files_are_formatted(specc: Specc, project: Path, write: Write) -> None:
    write({"specs/a.bts": UGLY, "specs/in/b.bts": NEAT})
    said = specc("fmt")
    assert (said.code, said.err) == (0, "")
    assert said.out == "formatted specs/a.bts\n2 specs: 1 formatted, 1 as they should be\n"
    assert (project / "specs/a.bts").read_bytes() == NEAT.encode()
    assert sorted(path.name for path in (project / "specs").iterdir()) == ["a.bts", "in"]
    assert specc("fmt", "--quiet") == specc("fmt", "--check", "--quiet")
    assert specc("fmt", "--quiet").out == ""


def test_a_file_that_is_formatted_is_not_touched(specc: Specc, project: Path, write: Write) -> None:
    write({"specs/a.bts": NEAT})
    place = project / "specs/a.bts"
    os.utime(place, (1, 1))
    assert specc("fmt").code == 0
    assert place.stat().st_mtime == 1


def test_check_writes_nothing(specc: Specc, project: Path, write: Write) -> None:
    write({"specs/a.bts": UGLY})
    said = specc("fmt", "--check")
    assert (said.code, said.err) == (1, "")
    assert said.out == "would format specs/a.bts\n1 spec: 1 would be formatted\n"
    assert specc("fmt", "--check", "--quiet").out == "would format specs/a.bts\n"
    assert (project / "specs/a.bts").read_bytes() == UGLY.encode()


@pytest.mark.skipif(shutil.which("patch") is None, reason="there is no `patch` here")
def test_a_difference_is_a_patch(specc: Specc, project: Path, write: Write) -> None:
    write({"specs/a.bts": "role   a # \u2028 \x0c one\nrole b"})
    said = specc("fmt", "--diff")
    assert said.code == 1
    assert (project / "specs/a.bts").read_text("utf-8") == "role   a # \u2028 \x0c one\nrole b"
    subprocess.run(
        ["patch", "-p0", "--binary", "--quiet"],
        input=said.out.encode(),
        cwd=project,
        check=True,
        timeout=20,
    )
    assert specc("fmt", "--check").code == 0


def test_a_broken_file_is_left_alone_and_others_are_formatted(
    specc: Specc, project: Path, write: Write
) -> None:
    write({"specs/a.bts": BROKEN, "specs/b.bts": UGLY})
    (project / "specs/c.bts").write_bytes(b"role \xff")
    said = specc("fmt", "specs")
    assert said.code == 2
    assert "specs/a.bts:2:1" in said.err
    assert "`specs/c.bts` is not UTF-8 text" in said.err
    assert "2 errors in 2 files" in said.err
    assert "2 left as they are, because of mistakes" in said.out
    assert (project / "specs/a.bts").read_text() == BROKEN
    assert (project / "specs/b.bts").read_bytes() == NEAT.encode()
    assert specc("fmt", "specs", "--quiet").out == ""


def test_links_and_rights_stay(specc: Specc, project: Path, write: Write) -> None:
    write({"kept/a.bts": UGLY, "specs/b.bts": NEAT})
    target, link = project / "kept/a.bts", project / "specs/a.bts"
    target.chmod(0o640)
    link.symlink_to(target)
    assert specc("fmt", "specs").code == 0
    assert link.is_symlink()
    assert target.read_bytes() == NEAT.encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_file_that_cannot_be_written_is_named(
    specc: Specc, project: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"specs/a.bts": UGLY, "specs/b.bts": UGLY})
    real = os.replace

    def replace(source: str, target: str) -> None:
        if target.endswith("a.bts"):
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr("os.replace", replace)
    said = specc("fmt", "specs")
    assert said.code == 2
    assert "cannot write specs/a.bts: No space left on device" in said.err
    assert (project / "specs/a.bts").read_bytes() == UGLY.encode()
    assert (project / "specs/b.bts").read_bytes() == NEAT.encode()
    assert sorted(path.name for path in (project / "specs").iterdir()) == ["a.bts", "b.bts"]


def test_a_defect_writes_nothing(
    specc: Specc, project: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"specs/a.bts": UGLY})
    monkeypatch.setattr(formatting, "print_module", lambda module: "role x\n")
    said = specc("fmt", "specs")
    assert said.code == 4
    assert "a defect of specc, not of your spec: cannot format specs/a.bts" in said.err
    assert (project / "specs/a.bts").read_bytes() == UGLY.encode()


def test_what_comes_in_goes_out(specc: Specc, stdin: io.BytesIO) -> None:
    given(stdin, "role   a # größer\r\n".encode())
    said = specc("fmt", "-")
    assert (said.code, said.out, said.err) == (0, "role a    # größer\n", "")


def test_what_comes_in_is_checked(specc: Specc, stdin: io.BytesIO) -> None:
    given(stdin, UGLY.encode())
    said = specc("fmt", "-", "--check")
    assert (said.code, said.out, said.err) == (1, "", "")
    stdin.seek(0)
    assert "+role b\n" in specc("fmt", "-", "--diff").out


def test_what_comes_in_broken_does_not_come_out(specc: Specc, stdin: io.BytesIO) -> None:
    given(stdin, BROKEN.encode())
    said = specc("fmt", "-")
    assert (said.code, said.out) == (2, "")
    assert "<stdin>:2:1" in said.err


def test_what_comes_in_stands_alone(specc: Specc) -> None:
    said = specc("fmt", "-", "specs")
    assert (said.code, said.out) == (2, "")
    assert "takes no other paths" in said.err


def test_no_spec_is_an_error(specc: Specc, project: Path) -> None:
    assert specc("fmt", "nowhere").code == 2
    (project / "empty").mkdir()
    assert specc("fmt", "empty").code == 2
