"""The tables, kept and made anew."""

import json
import subprocess
import sys

import pytest

from specc import cache
from specc.syntax import language
from specc.syntax.grammar_file import grammar_text
from specc.syntax.keywords import declaration_keywords, keywords
from specc.syntax.tables import Tables, build, from_data, to_data


@pytest.fixture
def folder(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SPECC_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def makings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One item for each time that the tables are made."""
    made: list[str] = []

    def counted(grammar: str) -> Tables:
        made.append(grammar)
        return build(grammar)

    monkeypatch.setattr(language, "build", counted)
    return made


def same(one: Tables, other: Tables) -> bool:
    return bool(to_data(one) == to_data(other))


def test_tables_survive_being_kept() -> None:
    made = build(grammar_text())
    kept = from_data(json.loads(json.dumps(to_data(made))))
    assert (kept.states, kept.rules, kept.words) == (made.states, made.rules, made.words)
    assert (kept.signs, kept.patterns) == (made.signs, made.patterns)
    assert (kept.starts, kept.ends) == (made.starts, made.ends)


def test_tables_are_made_once(folder, makings: list[str]) -> None:
    first, second = language.tables(), language.tables()
    assert len(makings) == 1
    assert same(first, from_data(json.loads(json.dumps(to_data(second)))))


@pytest.mark.parametrize("entry", [b"", b"{}", b"[", b"[1]", b'{"made_from": 1, "tables": {}}'])
def test_what_is_not_ours_is_made_anew(folder, makings: list[str], entry: bytes) -> None:
    cache.write(language.ENTRY, entry)
    language.tables()
    language.tables()
    assert len(makings) == 1


def test_tables_of_another_grammar_are_not_used(
    folder, makings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    language.tables()
    monkeypatch.setattr(language, "grammar_text", lambda: grammar_text() + "\n// changed\n")
    language.tables()
    assert len(makings) == 2


def test_without_a_cache_it_works_as_well(
    tmp_path, makings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("SPECC_CACHE_DIR", str(blocked / "cache"))
    language.tables()
    language.tables()
    assert len(makings) == 2


def test_kept_tables_do_without_lark(folder) -> None:
    language.tables()
    code = (
        "import sys; from specc.source import SourceFile; from specc.syntax.parser import parse; "
        "assert not parse(SourceFile('x', 'role x')).diagnostics; print('lark' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert run.stdout.strip() == "False"


def test_keywords_are_those_of_the_grammar() -> None:
    assert {"endpoint", "eventually", "oauth2", "GET", "null"} <= keywords()
    assert declaration_keywords() == {
        *("import", "service", "role", "actor", "contract", "endpoint", "flow", "test"),
        *("load", "soak", "security", "pipeline"),
    }
