"""What is said of mistakes, beyond their codes."""

import pytest

from specc.diagnostics.catalogue import CATALOGUE
from specc.diagnostics.code import Code
from tests.syntax.reading import codes, read, shown

OURS = [code for code in CATALOGUE.values() if code.id < "BTS100"]


@pytest.mark.parametrize("code", OURS, ids=lambda code: code.id)
def test_each_code_is_raised_here(code: Code) -> None:
    assert codes(code.example) == [code.id]
    assert codes(code.fixed) == []


def in_flow(step: str) -> str:
    return f"flow f {{\n  {step}\n}}"


@pytest.mark.parametrize(
    ("text", "code", "place", "said"),
    [
        ("endpiont x GET /x {}", "BTS008", "endpiont", "did you mean `endpoint`?"),
        ("returns 200", "BTS008", "returns", "starts no declaration"),
        ("environment x {}", "BTS009", "environment", "later"),
        ("stub p {\n  a\n}", "BTS009", "stub", "later"),
        ("endpoint x GET /x {\n retruns 200\n}", "BTS010", "retruns", "did you mean `returns`?"),
        ("flow f {\n expct a == 1\n}", "BTS010", "expct", "did you mean `expect`?"),
        ("endpoint x get /x {}", "BTS001", "get", "did you mean `GET`?"),
        ("endpoint x /x {}", "BTS001", "/", "expected a method such as `GET`"),
        ("load x {\n require p95 < 1s\n}", "BTS001", "p95", "a block follows: `require { ... }`"),
        ("service x\n  timeout 1s\n}", "BTS001", "\n", "a block follows: `service x { ... }`"),
        ("role", "BTS001", "", "end of the file, expected a name"),
        ("contract X = ]", "BTS007", "]", "closes nothing"),
        ("contract X {\n  a = int\n}", "BTS011", "a", "a colon is missing behind `a`"),
        ("contract X {\n  readonyl a: int\n}", "BTS010", "readonyl", "did you mean `readonly`?"),
        (in_flow("expect a!== b"), "BTS021", "!==", "`!=`"),
        (in_flow("expect a || b"), "BTS022", "||", "`or`"),
        (in_flow("expect !a"), "BTS023", "!", "`not`"),
        (in_flow("x 'y'"), "BTS024", "'", "double quotes"),
        (in_flow("expect a == \u201cb\u201d"), "BTS024", "\u201c", "double quotes"),
        (in_flow("a /* b */"), "BTS025", "/*", "`#`"),
        (in_flow("a // b"), "BTS025", "//", "`#`"),
        (in_flow("expect a == b // c/d"), "BTS025", "//", "`#`"),
        ("Scenario: x", "BTS026", "Scenario", "Gherkin"),
        (in_flow("Then it works"), "BTS026", "Then", "Gherkin"),
        ("load x {\n mix {\n - 1 a\n }\n}", "BTS027", "-", "YAML"),
        ("contract X {\n a: - b\n}", "BTS027", "-", "YAML"),
        ("contract X {\n a:\n  - b\n}", "BTS027", "-", "YAML"),
        ("endpoint x GET /x:\n  as a\n", "BTS028", ":", "`/x`"),
        ("endpoint x GET /x {\n as: a\n}", "BTS028", ":", "`as`"),
        (in_flow("a;"), "BTS029", ";", "ends with its line"),
        (in_flow("a => b"), "BTS030", "=>", "`->`"),
        (in_flow("x = a"), "BTS031", "=", "gives nothing a value"),
        (in_flow("expect x = a"), "BTS031", "=", "`==`"),
        (in_flow("get_order(order.id)"), "BTS011", "order.id", "has no name"),
        (in_flow('get_order("x", id: 2) as bob'), "BTS011", '"x"', "get_order(NAME: "),
        (in_flow("get_order( 7 ) -> found"), "BTS011", "7", "has no name"),
        (in_flow("pause 5sec"), "BTS042", "5sec", "`sec` is no unit"),
        (in_flow("pause 5 s"), "BTS042", "5 s", "without a space"),
        (in_flow("pause 5"), "BTS042", "5", "needs a unit"),
        (in_flow("expect a == 5kb"), "BTS042", "5kb", "`kb` is no unit"),
        ("flow a-b-c {}", "BTS012", "a-b-c", "a_b_c"),
        (in_flow('"""x"""'), "BTS014", '"""x"""', "documents nothing"),
        ('role x\n"""x"""\n', "BTS014", '"""x"""', "documents nothing"),
        ("contract X {\n a: int\n \"\"\"x\"\"\"\n}", "BTS014", '"""x"""', "documents nothing"),
        ("role x\u00a0y", "BTS002", "\u00a0", "no-break space"),
        ("role caf\u00e9", "BTS002", "\u00e9", "\u00e9"),
        ("role x \x00", "BTS002", "\x00", "U+0000"),
        (in_flow("a expects 200 403"), "BTS001", "403", "unexpected `403`"),
        ("endpoint x GET /x { as a returns 200 }", "BTS013", "returns", "another statement"),
    ],
)  # fmt: skip
def test_what_is_said(text: str, code: str, place: str, said: str) -> None:
    found = read(text).diagnostics
    assert [one.code.id for one in found] == [code], [one.message for one in found]
    assert shown(text, found[0].primary.span) == place
    assert said in f"{found[0].message} {found[0].help}"


def test_what_could_stand_there_is_listed_where_it_is_little() -> None:
    (found,) = read("actor x customer {}").diagnostics
    assert found.message == "unexpected `customer`, expected `is`"
    (found,) = read("load x { mix { 1 a 2 b } }").diagnostics
    assert found.message.endswith("expected the end of the line, `,`, `.` or `}`")
