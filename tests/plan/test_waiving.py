"""Waivers of an endpoint's obligations: what they cover is told apart, and so is what they miss."""

from __future__ import annotations

from tests.compilation import obligations, plan_of

SPEC = """
service notes {
  url "http://127.0.0.1:8321"
}

contract Note {
  readonly id: uuid
  text:        string(1..80)
}

endpoint add POST /notes {
  as      anyone
  body    Note
  returns 201 Note
  returns 422 when body invalid
%s
}
"""


def test_a_waiver_covers_all_whose_ids_go_on_from_it() -> None:
    found = obligations(
        plan_of(SPEC % '  except rejects.text because "too strict, API-7" until 2030-01-01')
    )
    waived = {name: item for name, item in found.items() if item.waived}
    assert set(waived) >= {"add.rejects.text.missing", "add.rejects.text.too_long"}
    assert all(name.startswith("add.rejects.text.") for name in waived)
    for item in waived.values():
        assert item.test is None
        assert item.reason == "until 2030-01-01: too strict, API-7"
        assert item.place == "spec.bts:16"
    assert found["add.rejects.body.malformed"].test is not None


def test_a_waiver_of_all_of_a_family_leaves_no_test_of_it() -> None:
    found = obligations(plan_of(SPEC % '  except rejects because "no" until 2030-01-01'))
    assert not [name for name, item in found.items() if ".rejects." in name and item.test]


def test_a_waiver_that_covers_nothing_is_told_with_what_may_be_meant() -> None:
    found = obligations(
        plan_of(SPEC % '  except rejects.text.to_long because "later" until 2030-01-01')
    )
    item = found["add.waiver.rejects.text.to_long"]
    assert (item.test, item.waived) == (None, False)
    assert item.reason is not None
    assert "did you mean `rejects.text.too_long`?" in item.reason
    assert found["add.rejects.text.too_long"].test is not None
