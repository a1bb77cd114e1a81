"""A stage that is shown is the same text each time, and holds nothing of the stages before."""

from __future__ import annotations

from compilation import suite_of

from specc.driver.stages import outline

SPEC = """
service api { url "http://127.0.0.1:9000" }
contract Note { readonly id: uuid, text: string }
endpoint make POST /notes {
  body    Note
  returns 201 Note
  creates Note
}
endpoint note GET /notes/{id: Note.id} { returns 200 Note }
endpoint notes GET /notes { returns 200 [Note] }
"""


def test_an_outline_has_no_addresses_of_objects() -> None:
    assert " object at 0x" not in outline(suite_of(SPEC))
    assert outline(suite_of(SPEC)) == outline(suite_of(SPEC))


def test_an_outline_of_the_ir_has_no_syntax_in_it() -> None:
    shown = outline(suite_of(SPEC))
    assert "Symbol contract Note" in shown
    assert "Module" not in shown
