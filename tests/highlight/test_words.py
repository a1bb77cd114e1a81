"""The words that editors and pages colour are those of the grammar."""

import attrs

from specc.highlight.words import words
from specc.syntax.keywords import declaration_keywords, keywords

BUILT_IN = ("types", "functions")


def test_every_keyword_has_a_class_and_nothing_else_has() -> None:
    classes = attrs.asdict(words())
    found = frozenset().union(*(held for name, held in classes.items() if name not in BUILT_IN))
    assert found == keywords()
    assert words().declarations == declaration_keywords()


def test_words_are_where_they_belong() -> None:
    known = words()
    assert {"returns", "expect", "url", "ramp", "authentication"} & known.leading == {
        *("returns", "expect", "url", "ramp")
    }
    assert {"when", "with", "expects", "tagged", "of"} <= known.inner
    assert not known.inner & {"returns", "expect", "url"}
    assert known.constants == {"true", "false", "null"}
    assert known.modifiers == {"readonly", "writeonly", "secret"}
    assert known.operators == {"and", "or", "not", "in", "is", "contains", "matches"}
    assert "QUERY" in known.methods
