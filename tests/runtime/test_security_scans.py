"""Files around a service: what is known of requirements and of source, and what was not checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specc.runtime import Broken
from specc.runtime.security import depends_on_nothing_known, source_is_sound
from specc.runtime.security.advisories import advised, requirements


def advisory(folder: Path, name: str, severity: str, *events: dict[str, str]) -> None:
    entry = {
        "id": f"OSV-{name}",
        "database_specific": {"severity": severity},
        "affected": [
            {
                "package": {"ecosystem": "PyPI", "name": name},
                "ranges": [{"type": "ECOSYSTEM", "events": list(events)}],
            }
        ],
    }
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(entry))


def test_requirements_are_pinned_or_not() -> None:
    text = "Foo_Bar[x]==1.2 ; python_version > '3' # why\n\nbaz>=2\nqux==3.0 --hash=sha256:00\n"
    assert requirements(text) == ([("foo-bar", "1.2"), ("qux", "3.0")], ["baz>=2"])


@pytest.mark.parametrize(
    ("version", "is_affected"), [("0.9", False), ("1.0", True), ("1.9.9", True), ("2.0", False)]
)
def test_a_version_is_affected_from_one_to_the_other(
    tmp_path: Path, version: str, is_affected: bool
) -> None:
    advisory(tmp_path / "osv", "Foo.Bar", "HIGH", {"introduced": "1.0"}, {"fixed": "2.0"})
    (tmp_path / "osv" / "broken.json").write_text("{")
    assert bool(list(advised([("foo-bar", version)], tmp_path / "osv"))) is is_affected


def test_a_known_flaw_fails_from_its_severity_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPECC_ADVISORIES", str(tmp_path / "osv"))
    advisory(tmp_path / "osv", "foo", "MODERATE", {"introduced": "0"})
    listed = tmp_path / "requirements.txt"
    listed.write_text("foo==1.0\n")
    depends_on_nothing_known(listed, fail_on="high")
    with pytest.raises(Broken, match=r"foo 1\.0: OSV-foo \(medium\)"):
        depends_on_nothing_known(listed, fail_on="medium")


def test_what_was_not_checked_is_no_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = tmp_path / "requirements.txt"
    listed.write_text("foo==1.0\nbar>=1\n")
    monkeypatch.delenv("SPECC_ADVISORIES", raising=False)
    with pytest.raises(pytest.skip.Exception, match="not checked"):
        depends_on_nothing_known(listed, fail_on="low")
    monkeypatch.setenv("SPECC_ADVISORIES", str(tmp_path / "osv"))
    with pytest.raises(pytest.skip.Exception, match="no advisories"):
        depends_on_nothing_known(listed, fail_on="low")
    advisory(tmp_path / "osv", "other", "HIGH", {"introduced": "0"})
    with pytest.raises(pytest.skip.Exception, match="bar>=1"):
        depends_on_nothing_known(listed, fail_on="low")
    with pytest.raises(pytest.skip.Exception, match="cannot be read"):
        depends_on_nothing_known(tmp_path / "nowhere.txt", fail_on="low")


def test_source_with_flaws_is_found(tmp_path: Path) -> None:
    pytest.importorskip("bandit")
    source = tmp_path / "src"
    source.mkdir()
    with pytest.raises(pytest.skip.Exception, match="no Python"):
        source_is_sound(source, fail_on="low")
    (source / "fine.py").write_text("VALUE = 1\n")
    source_is_sound(source, fail_on="low")
    (source / "bad.py").write_text("import subprocess\nsubprocess.run('ls', shell=True)\n")
    with pytest.raises(Broken, match=r"src/bad\.py:2: B60"):
        source_is_sound(source, fail_on="low")
    source_is_sound(source, fail_on="critical")


def test_without_the_tool_source_is_not_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(pytest.skip.Exception, match="bandit is not installed"):
        source_is_sound(tmp_path, fail_on="low")
