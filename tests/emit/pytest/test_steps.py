"""Steps and values as the code that people would write."""

from __future__ import annotations

import ast

import pytest
from compilation import emitted

HEAD = """
service api { url "http://127.0.0.1:9000" }
role user
actor ann is user { header "X-Key" "ann" }
contract Note { readonly id: uuid, text: string, size: int }
endpoint make POST /notes {
  as      user
  body    Note
  returns 201 Note
  returns 401 when anonymous
}
"""
MAKE = 'make with { text: "a", size: 1 }'


def scenario(*steps: str, clauses: str = "") -> str:
    body = "\n  ".join([clauses, *steps] if clauses else steps)
    return emitted(f'{HEAD}\ntest "it works" as ann {{\n  {body}\n}}\n')["suite/test_scenarios.py"]


def test_a_capture_that_nothing_looks_at_gets_no_variable() -> None:
    text = scenario(f"{MAKE} -> made", f"{MAKE} -> other", "expect made.size == 1")
    assert "made = check.expect" in text
    assert "other" not in text


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("made.size == 1", 'equal(made["size"], 1)'),
        ("not made.size == 1", 'unequal(made["size"], 1)'),
        ("not made.size != 1", 'equal(made["size"], 1)'),
        ("made.size < 2", 'less(made["size"], 2)'),
        ("made.size in [1, 2]", 'one_of(made["size"], [1, 2])'),
        ("not made.size in [1, 2]", 'not_one_of(made["size"], [1, 2])'),
        ("made.size >= 1.5", 'at_least(made["size"], Decimal("1.5"))'),
        ("made is Note", "is_a(made.json, Note)"),
        ("not made is Note", "is_not_a(made.json, Note)"),
        ("made.text matches /^a/", 'matches(made["text"], "^a")'),
        ('made.text contains "a"', 'contains(made["text"], "a")'),
        ('not made.text contains "b"', 'not_contains(made["text"], "b")'),
        ("status(made) == 201", "equal(made.status, 201)"),
    ],
)
def test_an_expectation_is_one_check(condition: str, code: str) -> None:
    assert code in scenario(f"{MAKE} -> made", f"expect {condition}")


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("not made.size == 1 or made.size > 5", 'made["size"] != 1 or made["size"] > 5'),
        ("not made.size in [1] or true", 'made["size"] not in [1] or True'),
    ],
)
def test_no_comparison_is_negated_from_outside(condition: str, code: str) -> None:
    assert code in scenario(f"{MAKE} -> made", f"expect {condition}")


def test_what_a_last_step_looks_at_is_bound_whatever_happened() -> None:
    text = scenario(f"{MAKE} -> made", 'finally {\n    DELETE "/notes/{made.id}" expects 404\n  }')
    assert text.index("made = None") < text.index("try:") < text.index("finally:")


def test_words_that_look_like_code_need_no_import() -> None:
    text = emitted(
        HEAD.replace("text: string", 'text: "Decimal(1)" | "check("')
        + "endpoint find GET /notes {\n  as user\n  query text?: Note.text\n  returns 200\n"
        "  returns 401 when anonymous\n}\n"
    )
    assert "import Decimal" not in text["suite/test_find.py"]


def test_rows_have_values_of_their_own_types() -> None:
    text = scenario(
        "make with { text: word, size: 1 } expects code",
        clauses='cases word, code: ("a", 201), ("a", 201), ("", 422)',
    )
    marks = [
        ast.literal_eval(node.value)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.keyword) and node.arg == "id"
    ]
    assert marks == ["a-201", "a-201-2", "empty-422"]
