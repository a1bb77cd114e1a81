"""String literals, and what other literals are made of."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.syntax.nodes.expressions import Call, Index, Member, Text, Variable
from tests.syntax.reading import codes, expression, read, shown


def text_of(literal: str) -> Text:
    made = expression(literal)
    assert isinstance(made, Text)
    return made


@pytest.mark.parametrize(
    ("literal", "text"),
    [
        ('""', ""),
        ('"a b"', "a b"),
        (r'"a\"b"', 'a"b'),
        (r'"\\ \/ \n \t \r \b \f"', "\\ / \n \t \r \b \f"),
        (r'"\u00e4 \ud83d\ude00"', "ä \U0001f600"),
        (r'"\{a\}"', "{a}"),
        ('"}"', "}"),
        ('"# no comment"', "# no comment"),
        ('"日本"', "日本"),
    ],
)
def test_plain_strings(literal: str, text: str) -> None:
    assert text_of(literal).plain == text


def test_values_are_filled_in() -> None:
    made = text_of(r'"/orders/{order.id}/\n{len( x )}{a[0]}"')
    kinds = [part if isinstance(part, str) else type(part) for part in made.parts]
    assert kinds == ["/orders/", Member, "/\n", Call, Index]
    assert made.plain is None
    assert [type(part) for part in text_of('"{x}"').parts] == [Variable]


def test_what_is_filled_in_knows_its_place() -> None:
    literal = r'"\u00e4 {order.id}"'
    whole = f"flow x {{\nexpect {literal}\n}}"
    part = text_of(literal).parts[1]
    assert not isinstance(part, str)
    assert shown(whole, part.span) == "order.id"


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        (r"\q", "BTS043"),
        (r"\u12", "BTS043"),
        (r"\ud800", "BTS043"),
        (r"\ude00\ud83d", "BTS043"),
        ("{", "BTS044"),
        ("a {b", "BTS044"),
        ("{}", "BTS044"),
        ("{a b}", "BTS044"),
        ("{a}{b +}", "BTS044"),
        ("{# a}", "BTS044"),
        ("{/a}", "BTS044"),
        ("[0-9]{4}", "BTS044"),
        ("{ true }", "BTS044"),
        (f"{{{'1' * 200}}}", "BTS041"),
    ],
)
def test_mistakes_in_strings(inside: str, code: str) -> None:
    assert codes(f'flow x {{\nexpect "{inside}"\nexpect "{inside}" == 1\n}}') == [code, code]


def test_a_mistake_in_a_string_is_shown_where_it_is() -> None:
    text = r'flow x { expect "abc \q" }'
    (found,) = read(text).diagnostics
    assert shown(text, found.primary.span) == r"\q"


def test_long_numbers_are_refused() -> None:
    for number in ("1" * 101, "1." + "0" * 100, "1" * 101 + "s", "1" * 100_000):
        assert codes(f"flow x {{ expect {number} }}") == ["BTS041"]
    assert codes(f"flow x {{ expect {'1' * 100} }}") == []


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_json_writes_is_read_back(text: str) -> None:
    literal = re.sub(r"\{", r"\\{", json.dumps(text, ensure_ascii=False))
    assert text_of(literal.replace("\x7f", r"\u007f")).plain == text
    assert text_of(json.dumps(text).replace("{", r"\{")).plain == text
