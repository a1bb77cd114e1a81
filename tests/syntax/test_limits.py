"""Texts that nobody writes: they are read in time that grows with their length, and no more."""

from time import process_time

import pytest

from specc.syntax.dump import dump
from tests.syntax.reading import read

SIZE = 2_000
LIMIT = 5.0
"""Seconds: many times what any of them takes, and nothing next to what squares would take."""

TEXTS = {
    "not": "flow x { expect " + "not " * SIZE + "a }",
    "minus": "flow x { expect " + "-" * SIZE + "a }",
    "sum": "flow x { expect a" + " + a" * SIZE + " }",
    "members": "flow x { expect a" + ".a" * SIZE + " }",
    "items": "flow x { expect a" + "[0]" * SIZE + " }",
    "round": "flow x { expect " + "(" * SIZE + "a" + ")" * SIZE + " }",
    "open round": "flow x { expect " + "(" * SIZE,
    "lists": "flow x { expect " + "[" * SIZE + "]" * SIZE + " }",
    "objects": "flow x { a with " + "{a:" * SIZE + "1" + "}" * SIZE + " }",
    "blocks": "flow x {\n" + "finally {\n" * SIZE + "}\n" * SIZE + "}",
    "partial": "contract X = Y" + " partial" * SIZE,
    "union": "contract X = Y" + " | Y" * SIZE,
    "list types": "contract X = " + "[" * SIZE + "Y" + "]" * SIZE,
    "newlines": "\n" * SIZE * 50,
    "blanks": " " * SIZE * 50,
    "key and blanks": "contract X {\n a" + " " * SIZE * 50 + ": int\n b" + " " * SIZE * 50 + "}",
    "closing": "}" * SIZE,
    "closing lines": "}\n" * SIZE,
    "opening": "{" * SIZE,
    "quotes": '"' * SIZE,
    "quote lines": '"\n' * SIZE,
    "three quotes": '"""' * (SIZE // 2 * 2 + 1),
    "two quotes": '"""' + '""a' * SIZE,
    "slashes": "/" * SIZE,
    "slash lines": "flow x {\n" + "expect /a\n" * SIZE + "}",
    "comments": "#\n" * SIZE,
    "comments that go on": 'contract X = "a"' + "\n#" * SIZE + '\n | "b"',
    "nul": "\0" * SIZE,
    "carriage returns": "role x\r" * SIZE,
    "braces in a string": 'flow x { expect "' + "{a}" * SIZE + '" }',
    "open braces in a string": 'flow x { expect "' + "{" * SIZE + '" }',
    "escapes": 'flow x { expect "' + r"\n" * SIZE + '" }',
    "a name": "role " + "a" * SIZE * 50,
    "digits": "flow x { expect " + "1" * SIZE * 50 + " }",
    "commas": "flow x { a expects 1" + "," * SIZE + " }",
    "names": "contract X = Y only " + "a, " * SIZE,
    "words": "foo " * SIZE,
    "word lines": "foo bar\n" * SIZE,
    "broken steps": "flow x {\n" + "  foo bar ]\n" * SIZE + "}",
    "blocks on one line": "flow x { a b } " * SIZE,
    "open calls": "flow x {\n a(\n" * SIZE,
    "open flows": "flow x {\n" * SIZE,
    "repeated clauses": "flow x {\n a -> b -> c\n}\n" * (SIZE // 10),
    "bytes": bytes(range(256)).decode("latin-1") * (SIZE // 50),
}


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_read(name: str) -> None:
    text = TEXTS[name]
    start = process_time()
    parsed = read(text)
    assert process_time() - start < LIMIT
    assert dump(parsed.module)
    assert len(parsed.diagnostics) <= 200
    for found in parsed.diagnostics:
        assert 0 <= found.primary.span.start <= found.primary.span.end <= len(text)


@pytest.mark.parametrize("name", ["not", "minus", "sum", "members", "items", "partial"])
def test_what_is_too_deep_is_given_up(name: str) -> None:
    parsed = read(TEXTS[name])
    assert [found.code.id for found in parsed.diagnostics] == ["BTS015"]
    assert parsed.module.declarations == ()
    assert parsed.module.broken_names in ({"x"}, {"X"})


@pytest.mark.parametrize("depth", range(60, 99, 3))
def test_objects_within_objects_are_read_or_given_up(depth: int) -> None:
    for entry in ("{ a: ", "{ a: not ", "[{ a: "):
        count = depth // entry.count("{") // (1 + entry.count("["))
        close = entry.replace("{ a: ", "}").replace("not ", "").replace("[}", "}]")
        parsed = read(f"flow x {{ expect {entry * count}1{close * count} }}")
        assert {found.code.id for found in parsed.diagnostics} <= {"BTS015"}


@pytest.mark.slow
def test_a_line_of_five_megabytes() -> None:
    for text in ("a " * 2_500_000, "contract X { a: " + "[" * 5_000_000, '"' + "x" * 5_000_000):
        assert len(read(text).diagnostics) == 1


@pytest.mark.slow
def test_twice_the_text_takes_twice_the_time() -> None:
    spec = "\nendpoint x GET /x/{{id: A.id}} {{\n  as a\n  returns 200 A\n}}\n".format() * 2_000

    def seconds(text: str) -> float:
        start = process_time()
        assert not read(text).diagnostics
        return process_time() - start

    once = min(seconds(spec) for _ in range(3))
    assert seconds(spec * 4) < 12 * once
