"""Newlines, comments and doc strings."""

import pytest

from specc.syntax.dump import dump
from tests.syntax.reading import codes, declaration, module, shown


@pytest.mark.parametrize(
    "text",
    [
        'contract X = "a"\n  | "b"\n\n  # or\n| "c"',
        "flow x {\n  pay\n    (id: 1)\n    -> y\n}",
        'test "x" {\n  cases a, b:\n    (1, 2),\n    (3, 4)\n  y\n}',
        "load x { mix {\n\n 1 a\n\n\n 2 b,\n\n 3 c } }",
        "flow x {\n\n\n}\n\n\nflow y\n{\n}"[:13],
    ],
)
def test_lines_that_go_on(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "flow x\n{ a }",
        "flow x { expect a ==\n b }",
        "role\nx",
        "flow x { pay with\n { a: 1 } }",
    ],
)
def test_a_statement_ends_with_its_line(text: str) -> None:
    assert codes(text)[:1] == ["BTS001"]


def test_commas_may_trail() -> None:
    text = """
    endpoint x GET /x {
      as a, b,
      returns 200 A only b, c,
      returns 404 when id unknown, deleted,
      pages by limit, offset,
    }
    flow f { x(a: 1,) with { b: [1,], c: len(d,), } expects 1, 2, }
    contract A { b: string(1..2, /x/,), c: { d: int, }, }
    security s { injection sql, command, on a, b, }
    """
    assert codes(text.replace("command, on", "command on")) == []


def test_comments_are_kept_with_their_places() -> None:
    text = "# one\nrole x # two\nflow f { # three\n a(  # four\n b: 1) # five\n}\n#six"
    made = module(text)
    assert [comment.text for comment in made.comments] == [
        "# one", "# two", "# three", "# four", "# five", "#six",
    ]  # fmt: skip
    assert all(shown(text, comment.span) == comment.text for comment in made.comments)


def test_comments_are_kept_where_statements_are_given_up() -> None:
    text = "# one\nrole x y # two\nflow f { a b # three\n # four\n}\nroel x {\n # five\n}\n# six"
    from tests.syntax.reading import read

    assert len(read(text).module.comments) == 6


@pytest.mark.parametrize(
    ("text", "of_module", "of_first"),
    [
        ('"""M."""\nimport "x"', "M.", None),
        ('"""M."""\n\nrole x', "M.", None),
        ('"""M."""\n# c\n\nrole x', "M.", None),
        ('"""M."""\n"""R."""\nrole x', "M.", "R."),
        ('"""R."""\nrole x', None, "R."),
        ('# c\n"""R."""\n# d\nrole x', None, "R."),
        ('\n\n"""M."""\r\n\r\nrole x', "M.", None),
        ('role y\n"""R."""\n\nrole x', None, None),
    ],
)
def test_whose_doc_string_it_is(text: str, of_module: str | None, of_first: str | None) -> None:
    made = module(text)
    assert made.doc == of_module
    assert getattr(made.declarations[0], "doc", None) == of_first


def test_a_file_may_hold_nothing_but_its_doc_string() -> None:
    assert module('"""M."""').doc == "M."


def test_doc_strings_lose_the_margin() -> None:
    doc = declaration('"""First.\n\n    Second "quoted" line.\n      Third.\n    """\nrole x').doc
    assert doc == 'First.\n\nSecond "quoted" line.\n  Third.'


def test_a_doc_string_is_no_part_of_what_it_documents() -> None:
    text = '"""D."""\ncontract X {\n  """F."""\n  secret a: int\n}'
    made = declaration(text)
    assert shown(text, made.span).startswith("contract X {")
    assert shown(text, made.fields[0].span) == "secret a: int"


def test_doc_strings_can_stand_before_all_declarations() -> None:
    rest = [
        *("service x {}", "role x", "actor x is y {}", "contract x {}", "contract x = y"),
        *("endpoint x GET /x {}", "flow x {}", 'test "x" {}', "load x {}", "security x {}"),
    ]
    for text in rest:
        assert declaration(f'"""D."""\n{text}').doc == "D."


def test_line_ends_of_any_kind() -> None:
    text = 'role x\ncontract A {\n  a: int\n\n  b: "x"\n}\n'
    assert dump(module(text.replace("\n", "\r\n"))) == dump(module(text))
    assert codes("role x\rrole y") != []
