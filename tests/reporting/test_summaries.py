"""Summaries in Markdown, and annotations: no text of a server becomes markup or a command."""

from __future__ import annotations

import json
import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.reporting.annotations import SYSTEMS, lines
from specc.reporting.code_quality import report
from specc.reporting.markdown import code, fenced, plain, summary
from specc.reporting.story import STATES, Story, Told

from .stories import story


def test_a_summary_has_what_matters() -> None:
    text = summary(story(text="plain"))
    assert text.startswith("## ❌ plain: 12 obligations are broken\n")
    assert "| smoke | ✅ passed | 2 | 4 | 2 |  |" in text
    assert "On failure, `undo.sh plain` ended with 3." in text
    assert "- **slower** plain" in text
    assert "| endpoint\\_0 | 6 | 6 | 2 |" in text
    listed = text[text.index("### Security findings") : text.index("### Broken")]
    assert [row.split()[1] for row in listed.splitlines() if row.startswith("| **")] == [
        *("**critical**", "**medium**", "**low**", "**plain**"),
    ]
    assert "CWE-639 | endpoint\\_0.security.critical (specs/shop.bts\\:9) |" in listed


def test_no_text_becomes_markup() -> None:
    outside = re.sub(r"(?m)^(`{3,})text\n(?s:.*?)^\1$", "", summary(story()))
    outside = re.sub(r"(?<!`)(`{1,2}) .*? \1(?!`)", "", outside)
    for tag in ("<img", "<script", "</pre"):
        assert tag not in outside.replace(f"\\{tag}", "")


@given(st.text())
def test_fences_are_closed_once(text: str) -> None:
    first, *_, last = fenced(text).split("\n")
    fence = first.removesuffix("text")
    assert last == fence
    assert fence not in "\n".join(text.splitlines())


@given(st.text())
def test_plain_text_and_code_stay_on_a_line(text: str) -> None:
    for made in (plain(text), code(text)):
        assert len(made.splitlines()) <= 1
    assert not re.search(r"(?<!\\)(?:\\\\)*[<|`*\[]", plain(text))


@pytest.mark.parametrize("system", SYSTEMS)
@given(text=st.text() | st.sampled_from(["a\n::set-env name=x::y", "b\r##vso[task.x]", "a;b]c"]))
def test_an_annotation_is_one_line(system: str, text: str) -> None:
    told = Told(f"e.{text}", "e", "specs/shop.bts:12", "broken", "", text)
    (line,) = lines(Story("s", "", 1, 0.0, (told,)), system)
    assert "\n" not in line
    assert "\r" not in line
    assert line.startswith(
        ("::error file=specs/shop.bts,line=12,", "##vso[task.logissue type=error;")
    )


def test_only_what_is_broken_is_annotated() -> None:
    told = tuple(Told(f"e.{state}", "e", "a.bts:1", state) for state in STATES)
    assert len(list(lines(Story("s", "", 1, 0.0, told), "github"))) == 2


def test_code_quality_is_what_gitlab_reads() -> None:
    told = story()
    issues = json.loads(report(told))
    assert len(issues) == len(told.broken)
    assert len({each["fingerprint"] for each in issues}) == len(issues)
    for each in issues:
        assert each["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert each["location"]["path"] == "specs/shop.bts"
        assert each["location"]["lines"]["begin"] >= 1
        assert each["description"]
        assert each["check_name"]
    moved = attrs.evolve(told.broken[0], place="specs/shop.bts:99", message="other values")
    (again,) = json.loads(report(Story("s", "", 1, 0.0, (moved,))))
    assert again["fingerprint"] == issues[0]["fingerprint"]
    assert again["location"]["lines"] == {"begin": 99}
