"""What is known of a module without parsing it again."""

from __future__ import annotations

from specc.driver.facts import facts_of
from specc.source import SourceFile
from specc.syntax.parser import parse

SPEC = """
endpoint health GET /healthz {
  as      anyone
  returns 200
  except  conforms because "later" until 2031-02-03
}

security rules {
  exposure on all
  except exposure on health because "later" until 2030-01-01
}
"""


def test_the_last_days_of_all_waivers_are_known() -> None:
    module = parse(SourceFile("a.bts", SPEC)).module
    assert facts_of("a.bts", module)["until"] == ["2030-01-01", "2031-02-03"]
