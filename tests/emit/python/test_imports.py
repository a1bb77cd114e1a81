"""Imports are sorted and broken as ruff wants them."""

from __future__ import annotations

import keyword
import subprocess
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specc.emit.python.imports import from_import
from tests.emit.python.formatter import RUFF, formatted

names = (
    st.text("abABzZ_0129", min_size=1, max_size=6)
    .filter(str.isidentifier)
    .filter(lambda name: not keyword.iskeyword(name))
)
modules = st.integers(1, 70).map(lambda length: f"specc.{'m' * length}")


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.builds(from_import, modules, st.lists(names, min_size=1, max_size=25)),
        min_size=5,
        max_size=30,
    )
)
def test_ruff_finds_nothing_to_sort(tmp_path: Path, imports: list[str]) -> None:
    for old in tmp_path.iterdir():
        old.unlink()
    for number, text in enumerate(imports):
        (tmp_path / f"module_{number}.py").write_text(f"{text}\n", encoding="utf-8")
    for arguments in (["check", "--select=I", "--diff"], ["format", "--diff"]):
        done = subprocess.run(
            [RUFF, *arguments, "--isolated", "--no-cache", tmp_path],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


def test_constants_before_classes_before_the_rest() -> None:
    assert (
        from_import("specc.runtime", ["order", "Order", "URL", "b10", "b2", "order", "_A"])
        == "from specc.runtime import _A, URL, Order, b2, b10, order"
    )


def test_what_is_too_long_has_a_line_a_name() -> None:
    text = from_import("module", ["a" * 40, "b" * 40], 4)
    assert text == f"    from module import (\n        {'a' * 40},\n        {'b' * 40},\n    )"
    assert formatted(f"if a:\n{text}\n") == f"if a:\n{text}\n"
