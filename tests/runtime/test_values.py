"""Values from the environment, from chance, and from files beside the spec."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from specc.runtime import (
    UnsetError,
    env,
    file,
    now,
    random_uuid,
    redacted,
    secret,
    seed,
    table,
    unique,
    unique_like,
    uuid,
)
from specc.runtime.spec_text import line_at, secret_default


def test_env(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("X_URL", raising=False)
    assert env("X_URL", "a") == "a"
    with pytest.raises(UnsetError, match="the environment variable X_URL is not set"):
        env("X_URL")
    monkeypatch.setenv("X_URL", "")
    assert env("X_URL", "a") == ""


class TestSecret:
    def test_its_default_is_read_from_the_spec(self, tmp_path: Path) -> None:
        spec = tmp_path / "a.bts"
        spec.write_text(
            '# secret("X_PASSWORD", "old one")\n'
            'x: "# not a comment" secret ( "X_PASSWORD" ,\n  "wonder\\"l\\u00e4nd\\n\\{" )\n',
            "utf-8",
        )
        assert secret("X_PASSWORD", spec) == 'wonder"länd\n{'
        assert redacted('{"p": "wonder\\"länd\\n{"}') == '{"p": "$X_PASSWORD"}'

    def test_the_environment_comes_first(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("X_PASSWORD", "from-outside")
        assert secret("X_PASSWORD", tmp_path / "none.bts") == "from-outside"
        assert redacted("is from-outside?") == "is $X_PASSWORD?"

    def test_neither(self, tmp_path: Path) -> None:
        spec = tmp_path / "a.bts"
        with pytest.raises(UnsetError, match=r"X_KEY is not set.*is not there to give a default"):
            secret("X_KEY", spec)
        spec.write_text('secret("X_KEY_2", "a") secret("X_KEY")')
        with pytest.raises(UnsetError, match=r"X_KEY is not set.*gives it no default"):
            secret("X_KEY", spec)

    def test_surrogate_pairs(self, tmp_path: Path) -> None:
        spec = tmp_path / "a.bts"
        spec.write_text('secret("X", "\\ud83d\\ude00\\t\\\\")')
        assert secret_default(spec, "X") == "😀\t\\"


class TestChance:
    def test_unique_texts_fit_in_names_and_differ(self) -> None:
        drawn = {unique("user") for _ in range(1000)}
        assert len(drawn) == 1000
        assert all(re.fullmatch(r"user-[a-z0-9]{9}", text) for text in drawn)
        assert len(unique("x" * 100)) <= 63
        assert re.fullmatch(r"[a-z][a-z0-9]+", unique())

    def test_texts_like_another_keep_to_the_pattern_and_differ(self) -> None:
        pattern = r"^ORD-[A-Z]{2}[0-9]{6}$"
        drawn = {unique_like("ORD-AA111111", pattern) for _ in range(200)}
        assert len(drawn) > 190
        assert all(re.fullmatch(pattern, text) for text in drawn)

    def test_the_seed_repeats_a_run(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def draw(worker: str = "", test: str = "a") -> list[str]:
            seed.start(worker=worker)
            seed.turn_to(test)
            return [unique("a"), uuid(), random_uuid()]

        monkeypatch.setenv("SPECC_SEED", "7")
        first = draw()
        assert draw() == first
        assert not set(draw("gw1")) & set(first)
        assert not set(draw(test="b")) & set(first)
        monkeypatch.setenv("SPECC_SEED", "8")
        assert not set(draw()) & set(first)

    def test_without_a_seed_every_run_differs(self) -> None:
        seed.start()
        first = unique("a")
        seed.start()
        assert unique("a") != first

    def test_a_seed_is_a_number(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SPECC_SEED", "seven")
        with pytest.raises(ValueError, match="must be a whole number"):
            seed.start()

    def test_uuids_are_version_4(self) -> None:
        assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-.{12}", uuid())


def test_now_is_in_utc() -> None:
    text = now()
    assert text.endswith("Z")
    assert abs((datetime.now(UTC) - datetime.fromisoformat(text)).total_seconds()) < 5


class TestFiles:
    def test_a_file_beside_the_spec(self, tmp_path: Path) -> None:
        (tmp_path / "pics").mkdir()
        (tmp_path / "pics" / "a.png").write_bytes(b"\x89")
        found = file("pics/a.png", tmp_path / "a.bts")
        assert (found.name, found.content, found.media) == ("a.png", b"\x89", "image/png")

    @pytest.mark.parametrize("name", ["../b.txt", "/etc/passwd", "link.txt", "in/../../b.txt"])
    def test_no_other_file(self, tmp_path: Path, name: str) -> None:
        folder = tmp_path / "specs"
        folder.mkdir()
        (tmp_path / "b.txt").write_text("x")
        (folder / "link.txt").symlink_to(tmp_path / "b.txt")
        with pytest.raises(ValueError, match="outside the spec's folder"):
            file(name, folder / "a.bts")

    def test_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError, match=r"no file 'a.png' beside a.bts"):
            file("a.png", tmp_path / "a.bts")

    def test_tables(self, tmp_path: Path) -> None:
        (tmp_path / "t.csv").write_text('\ufeffname,mail\n"a,b",c@d\n\nx,y\n', "utf-8")
        rows = table("t.csv", tmp_path / "a.bts")
        assert rows == [{"name": "a,b", "mail": "c@d"}, {"name": "x", "mail": "y"}]
        (tmp_path / "t.csv").write_text("a,b\n1\n")
        with pytest.raises(ValueError, match="line 2: not as many values"):
            table("t.csv", tmp_path / "a.bts")


def test_lines_of_the_spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "x.bts").write_text("one\n  two  \n")
    monkeypatch.chdir(tmp_path / "specs")
    assert line_at("specs/x.bts:2") == "two"
    assert line_at("specs/x.bts:9") == line_at("specs/y.bts:1") == line_at("odd") == ""
