"""Pipelines: what their stages need and run."""

import pytest

from specc.semantics.checks.pipelines import circles
from tests.semantics.shop import in_shop

EXTRA = """
test "it lists" as alice tagged smoke {
  list_orders
}

load peak as alice {
  mix   { 1 list_orders }
  users { hold 1 for 1s }
}

security rules {
  headers on all
}
"""


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ("stage a { tests tagged smoke }", []),
        ("stage a { obligations of all endpoints }\n stage b { load peak } needs a", []),
        ("stage b { load peak } needs a\n stage a { security rules }", []),
        ("stage a { obligations of list_orders, create_order }", []),
        ("stage a { obligations of nothing_here }", ["BTS114"]),
        ("stage a { obligations of alice }", ["BTS115"]),
        ("stage a { load peak } needs b", ["BTS801"]),
        ("stage a { load peak } needs a", ["BTS802"]),
        ("stage a { load peak } needs b\n stage b { load peak } needs a", ["BTS802"]),
        ("stage a { load peek }", ["BTS803"]),
        ("stage a { load rules }", ["BTS803"]),
        ("stage a { security peak }", ["BTS803"]),
        ("stage a { security law }", ["BTS803"]),
        ("stage a { load peak }\n stage a { load peak }", ["BTS804"]),
        ("stage a { tests tagged smoky }", ["BTS805"]),
        ("stage a {}", ["BTS806"]),
        ('artifacts "out"', ["BTS806"]),
        ("", ["BTS806"]),
        ('stage a { load peak }\n artifacts "a"\n artifacts "b"', ["BTS807"]),
        ('stage a { load peak }\n on failure run "a"\n on failure run "b"', ["BTS807"]),
        ('stage a { load peak }\n artifacts "a/../b"', []),
        ('stage a { load peak }\n artifacts "../b"', ["BTS808"]),
        ('stage a { load peak }\n artifacts "/b"', ["BTS808"]),
        ('stage a { load peak }\n artifacts "C:/b"', ["BTS808"]),
        ('stage a { load peak }\n artifacts ""', ["BTS808"]),
        ('stage a { load peak }\n artifacts "a\\u000ab"', ["BTS808"]),
        ('stage a { load peak }\n on failure run ""', ["BTS808"]),
        ('stage a { load peak }\n on failure run "it\'s open"', ["BTS808"]),
    ],
)
def test_pipelines(entries: str, expected: list[str]) -> None:
    assert in_shop(f"{EXTRA}\npipeline release {{\n  {entries}\n}}\n") == expected


def test_each_circle_is_told_once() -> None:
    needs = {"a": ["b"], "b": ["c"], "c": ["a"], "d": ["d"], "e": ["a"]}
    assert [sorted(circle) for circle in circles(needs)] == [["a", "b", "c"], ["d"]]
    assert not list(circles({"a": [], "b": ["a"], "c": ["a", "b"]}))
