"""The rules as data: complete, told apart, and each of them put to the test or known not to be."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from compilation import plan_of
from plan.specs import WHOLE

from specc.rules import FAMILIES, INJECTIONS, RULES, Rule, selected
from specc.rules.page import explained, listing
from specc.runtime import security

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_is_complete(rule: Rule) -> None:
    assert rule.families
    assert rule.cwe > 0
    assert re.fullmatch(r"(API([1-9]|10):2023)?", rule.owasp)
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    assert rule.fails
    assert rule.control
    assert rule.remedy.endswith(".")
    assert explained(rule).startswith(f"## `{rule.name}`")


def test_every_category_has_rules() -> None:
    categories = {rule.owasp for rule in RULES.values()}
    assert {f"API{number}:2023" for number in range(1, 11)} <= categories
    assert len(RULES) >= 45


def test_words_select_rules() -> None:
    assert selected("bola.read") == ("bola.read",)
    assert set(selected("injection", ("sql",))) == set(INJECTIONS["sql"])
    assert set(selected("everything")) == {rule.name for rule in RULES.values() if not rule.opt_in}
    assert set(selected("bruteforce")) > {"auth.bruteforce"}
    assert {"mass_assignment"} == set(selected("mass_assignment"))
    assert selected("nothing") == ()
    for family in FAMILIES - {"dependencies", "source", "secrets"}:
        assert selected(family), family


def test_the_list_has_each_rule() -> None:
    lines = listing().splitlines()
    assert [line.split()[0] for line in lines] == list(RULES)


def test_each_rule_that_is_built_is_planned_somewhere() -> None:
    planning = ROOT / "src" / "specc" / "plan" / "security"
    text = "".join(path.read_text(encoding="utf-8") for path in planning.glob("*.py"))
    for rule in RULES.values():
        named = f'"{rule.name}"' in text
        assert named == (not rule.elsewhere), rule.name


def test_the_page_is_fresh(refresh: bool) -> None:
    tool = str(ROOT / "tools" / "rule_page.py")
    arguments = [] if refresh else ["--check"]
    done = subprocess.run([sys.executable, tool, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_finds_its_plan_and_its_check(rule: Rule) -> None:
    if not rule.applies:
        assert not rule.probe
        return
    for place in (rule.applies, rule.probe):
        module, _, name = place.partition(":")
        assert callable(getattr(import_module(module), name)), place
    assert rule.probe.rpartition(":")[2] in security.__all__


def test_each_file_is_a_rule_of_its_name() -> None:
    folder = ROOT / "src" / "specc" / "rules" / "known"
    found = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert found == {rule.name.replace(".", "_") for rule in RULES.values()}
    for rule in RULES.values():
        assert rule.why, rule.name
        assert rule.example, rule.name


def test_what_is_planned_calls_the_check_that_its_rules_name() -> None:
    plan = plan_of(f"{WHOLE}\nsecurity rules {{\n  everything on all\n}}\n")
    assert plan.security.tests
    for test in plan.security.tests:
        for rule in test.rules:
            assert RULES[rule].probe.rpartition(":")[2] == test.check, rule


def test_no_rule_is_half_said() -> None:
    words: dict[str, Any] = {"name": "a.b", "families": ("a",), "severity": "low", "cwe": 1}
    assert Rule(**words, title="A").name == "a.b"
    for wrong in (
        {"name": "A b"},
        {"severity": "awful"},
        {"probe": "os.system"},
        {"applies": "a:b();c"},
        {"owasp": "API11:2023"},
        {"families": ("on all\n",)},
    ):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            Rule(**{**words, "title": "A", **wrong})
