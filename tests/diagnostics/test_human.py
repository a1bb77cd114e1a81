import re
import unicodedata

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.diagnostics.model import Diagnostic, Label
from specc.diagnostics.render import human
from specc.source import SourceFile, Span

from .build import ERROR, WARNING, at, diagnostics, error, texts

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def drawn(diagnostic: Diagnostic) -> str:
    """The rendered text between the message and the closing note, margin and all."""
    rows = human.render_one(diagnostic).split("\n")
    return "\n".join(rows[1:-2])


def test_the_layout_is_the_one_of_the_language_tour() -> None:
    lines = [""] * 90
    lines[56] = "contract Order {"
    lines[83] = "  expect order.totl == 19.98"
    source = SourceFile("specs/shop.bts", "\n".join(lines))
    fields = "its fields are declared here: id, status, total, placed_at, lines, note"
    found = Diagnostic(
        ERROR,
        "the 201 response of `create_order` has no field `totl`",
        at(source, "totl", "did you mean `total`?"),
        (at(source, "contract Order {", fields),),
    )
    assert human.render_one(found) == (
        """\
error[BTS203]: the 201 response of `create_order` has no field `totl`
  --> specs/shop.bts:84:16
   |
84 |   expect order.totl == 19.98
   |                ^^^^ did you mean `total`?
   |
57 | contract Order {
   | ---------------- its fields are declared here: id, status, total, placed_at, lines, note
   = help: `specc explain BTS203`
"""
    )


def test_labels_on_one_line_share_it() -> None:
    source = SourceFile("x.bts", "expect order.totl == 1\n")
    found = Diagnostic(
        ERROR,
        "no",
        at(source, "totl", "not this"),
        (at(source, "order", "an Order"), at(source, "1")),
    )
    assert drawn(found) == (
        """\
 --> x.bts:1:14
  |
1 | expect order.totl == 1
  |              ^^^^ not this
  |        ----- an Order
  |                      -"""
    )


def test_a_label_in_another_file_says_so_and_so_does_the_way_back() -> None:
    source, other = SourceFile("x.bts", "role a\n"), SourceFile("y/z.bts", "\n\n  role a\n")
    found = Diagnostic(
        ERROR, "twice", at(source, "a"), (at(other, "a", "first here"), at(source, "role", "again"))
    )
    assert drawn(found) == (
        """\
 --> x.bts:1:6
  |
1 | role a
  |      ^
  |
 ::: y/z.bts:3:8
  |
3 |   role a
  |        - first here
  |
 ::: x.bts:1:1
  |
1 | role a
  | ---- again"""
    )


def test_a_label_over_whole_lines_is_a_bracket() -> None:
    found = error("flow f {\n  pay\n}\n", "flow f {\n  pay\n}", "all of it")
    assert drawn(found) == (
        """\
 --> shop.bts:1:1
  |
1 | / flow f {
2 | |   pay
3 | | }
  | |_^ all of it"""
    )


def test_a_label_from_within_a_line_to_another_starts_where_it_starts() -> None:
    found = error("pay with {\n  a: 1\n} -> x\n", "{\n  a: 1\n}", "not an Order")
    assert drawn(found) == (
        """\
 --> shop.bts:1:10
  |
1 |   pay with {
  |  __________^
2 | |   a: 1
3 | | } -> x
  | |_^ not an Order"""
    )


def test_of_a_long_label_the_middle_is_left_out() -> None:
    body = "".join(f"  f{number}: int\n" for number in range(10))
    found = error(f"contract C {{\n{body}}}\n", f"contract C {{\n{body}}}", "")
    assert drawn(found) == (
        """\
  --> shop.bts:1:1
   |
 1 | / contract C {
 2 | |   f0: int
...  |
12 | | }
   | |_^"""
    )


def test_a_line_end_belongs_to_its_line() -> None:
    assert drawn(error("role\nrole b\n", "\n", "a name is missing")) == (
        """\
 --> shop.bts:1:5
  |
1 | role
  |     ^ a name is missing"""
    )


@pytest.mark.parametrize(
    ("text", "line"), [("role a", "1 | role a"), ("role a\n", "2 |"), ("", "1 |")]
)
def test_the_end_of_a_file_can_be_blamed(text: str, line: str) -> None:
    source = SourceFile("x.bts", text)
    found = Diagnostic(ERROR, "no", Label(source, Span(len(text), len(text)), "here"))
    rows = drawn(found).split("\n")
    assert rows[2] == line
    assert rows[3].endswith("^ here")


def test_wide_characters_and_tabs_keep_the_mark_in_place() -> None:
    assert drawn(error('\tx "日本" wrong', "wrong")) == (
        """\
 --> shop.bts:1:9
  |
1 |     x "日本" wrong
  |              ^^^^^"""
    )


def test_messages_of_several_lines_stay_inside_the_diagnostic() -> None:
    found = attrs.evolve(
        error("role a", "a", "one\ntwo"), message="first\nerror[BTS001]: fake", help="x\ny"
    )
    assert human.render_one(found) == (
        """\
error[BTS203]: first
               error[BTS001]: fake
 --> shop.bts:1:6
  |
1 | role a
  |      ^ one
  |        two
  = help: x
          y
  = help: `specc explain BTS203`
"""
    )


def test_monstrous_lines_names_and_messages_are_cut() -> None:
    text = "x" * 5_000_000
    found = attrs.evolve(error(text, text, f"`{text}`?"), message=f"no `{text}` here", help=text)
    assert max(map(len, human.render_one(found).split("\n"))) < 200


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([error("a", "a")], "1 error in 1 file"),
        ([error("a", "a"), error("a", "a"), error("a", "a", name="b")], "3 errors in 2 files"),
        (
            [error("a", "a"), attrs.evolve(error("a", "a"), code=WARNING)],
            "1 error, 1 warning in 1 file",
        ),
        ([attrs.evolve(error("a", "a"), code=WARNING)] * 2, "2 warnings in 1 file"),
    ],
)
def test_the_summary_counts(found: list[Diagnostic], expected: str) -> None:
    assert human.summary(found) == expected
    assert human.render(found).endswith(f"\n\n{expected}\n")


def test_nothing_is_said_of_nothing() -> None:
    assert human.render([]) == ""


@given(st.lists(diagnostics, min_size=1, max_size=3))
def test_no_text_reaches_the_terminal_as_a_control(found: list[Diagnostic]) -> None:
    output = human.render(found)
    output.encode("utf-8")
    harmful = {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
    assert not [char for char in output if char != "\n" and unicodedata.category(char) in harmful]


@given(diagnostics)
def test_each_ends_with_the_way_to_its_explanation(found: Diagnostic) -> None:
    rows = human.render_one(found).split("\n")
    assert rows[-2].endswith(f"= help: `specc explain {found.code.id}`")
    assert rows[0].startswith(f"{found.severity}[{found.code.id}]: ")
    assert sum(row.startswith(("error", "warning")) for row in rows) == 1


@given(diagnostics)
def test_colours_change_nothing_else(found: Diagnostic) -> None:
    assert ANSI.sub("", human.render([found], colour=True)) == human.render([found])


@given(texts, texts)
def test_no_row_has_trailing_blanks(text: str, message: str) -> None:
    source = SourceFile("x.bts", text)
    found = Diagnostic(ERROR, "no", Label(source, Span(0, len(text)), message))
    assert not [row for row in human.render_one(found).split("\n") if row.endswith(" ")]
