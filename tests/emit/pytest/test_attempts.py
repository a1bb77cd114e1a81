"""What is tried again, and who is made for one call: laid out and linted as ruff has it."""

from __future__ import annotations

import pytest
from plan.specs import WHOLE

from tests.compilation import emitted
from tests.emit.python.formatter import formatted, ruff

MADE = 'make with { text: "a" } -> note\n'


@pytest.mark.parametrize(
    "steps",
    [
        "eventually { show(id: note.id) }",
        "eventually { show(id: note.id) expects 404 }",
        'show(id: note.id) -> seen\n  eventually { expect seen.text == "a" }',
        f'eventually {{ show(id: note.id) -> seen\n expect seen.text == "{"a" * 20}" }}',
        "eventually {\n    show(id: note.id) expects 404\n    show(id: note.id) expects 404\n  }",
        'show(id: note.id) as basic "ann", "nobody" expects 401',
        'make with { text: "abcdefghijklmn" } as basic "ann", "nobody at all" expects 401',
    ],
)
def test_it_is_formatted_and_clean(steps: str) -> None:
    files = emitted(f'{WHOLE}\ntest "some" as ann {{\n  {MADE}  {steps}\n}}\n')
    (text,) = (text for name, text in files.items() if name.endswith("test_scenarios.py"))
    assert formatted(text) == text
    assert ruff("check", text=text) == ""


def test_one_check_is_one_statement_with_its_attempt() -> None:
    steps = "eventually within 2s { show(id: note.id) expects 404 }"
    files = emitted(f'{WHOLE}\ntest "some" as ann {{\n  {MADE}  {steps}\n}}\n')
    (text,) = (text for name, text in files.items() if name.endswith("test_scenarios.py"))
    assert "        with attempt, check(" in text
    assert "with attempt:" not in text
