"""Names that the language's own steps start with."""

from __future__ import annotations

import pytest

from specc.frontend import check_text
from specc.semantics.checks.step_words import STEP_WORDS
from specc.syntax.keywords import keywords

SPEC = """
service a {{
  url "http://127.0.0.1:8321"
}}

endpoint {name} GET /it {{
  as      anyone
  returns 200
}}

test "it is called" {{
  {name}
}}
"""


@pytest.mark.parametrize("name", sorted(keywords()))
def test_a_name_is_warned_of_just_if_no_step_can_call_it(name: str) -> None:
    codes = {item.code.id for item in check_text({"a.bts": SPEC.format(name=name)}, "a.bts")}
    assert ("BTS904" in codes) == (name in STEP_WORDS)
    callable_ = not any(code < "BTS100" for code in codes)
    assert callable_ == (name not in STEP_WORDS)
