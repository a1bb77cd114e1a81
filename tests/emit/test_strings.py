r"""Every string of a spec is data, wherever it stands: it is refused, or it changes no code's shape.

Each string literal of each spec is replaced by one that would end literals, comments, templates
and lines. Where that is no mistake of the spec, the code has the same shape as with letters of the
same number.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from compilation import front, suite_in, texts_in
from golden.stages import goldens
from run.running import SPECS

from emit.skeleton import skeleton
from specc.plan.planning import make_plan
from tests.compilation import files_of

HOSTILE = (
    r"\"\"\" ''' \\ \n\r\t \u2028\u2029\u0085 */ --> \{\{ x \}\} \{% raw %\} \{# %s $\{x\} `id` "
    r"# noqa \u0000\u0007\u001b[2J \u202e ]]) \\N\{DIGIT ONE\} \\"
)
"""As it is written in a spec."""
CALM = r"\"]. " + "a" * (len(re.sub(r"\\(u[0-9a-f]{4}|.)", "x", HOSTILE)) - 4)
"""As long, and no name either: names of cases are made in another way of what is none."""

ALL = """service sink { url "http://127.0.0.1:9" }

role user
actor ann is user { header "X-Key" "key of ann" }
actor bob is user { header "X-Key" "key of bob" }
contract Thing {
  readonly id: uuid
  kind:        "small" | "large"
  note:        string(0..200) = "nothing"
  secret code: string(1..200)
}
endpoint add POST /things {
  as      user
  query   by?: string(..200) = "name"
  body    Thing
  returns 201 Thing
  returns 422 when body invalid
  creates Thing
  except bola.read because "it is shown to all" until 2999-01-01
  except rejects.note because "not yet" until 2999-01-01
}
endpoint show GET /things/{id: Thing.id} {
  as      owner of Thing
  returns 200 Thing
  returns 404 when id unknown
  reads   Thing
}
flow shopping {
  add with { kind: "small", note: "a note", code: "one" } -> made
  show(id: made.id) -> seen
  expect seen.note != "other"
}
test "a thing is kept" as ann tagged smoke {
  add with { kind: "large", note: "kept", code: unique("code") } -> made
  expect made.note == "kept"
  expect made.kind in ["small", "large"]
  expect made.note matches /ke.t/
}
load steady as ann {
  allow hosts "127.0.0.1"
  mix { 1 shopping }
  users { hold 2 for 1s }
  monitor prometheus "http://127.0.0.1:9/metrics"
  require { errors < 1% }
}
security rules {
  allow hosts "127.0.0.1"
  everything on all
  dependencies in "requirements.txt" fail on high
  source in "src"
  secrets in "."
  except injection on show because "at the gateway" until 2999-01-01
}
pipeline release {
  stage first { tests tagged smoke }
  stage then { security rules } needs first
  on failure run "echo failed"
  artifacts "out"
}
"""

_TOKENS = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|#[^\n]*|(?P<string>"[^"\\\n]*(?:\\.[^"\\\n]*)*")'
)


@cache
def specs() -> Mapping[str, tuple[dict[str, str], str]]:
    """The files and the root of each spec."""
    found = {golden.name: (dict(golden.files), golden.root) for golden in goldens()}
    shop = {name: text for name, text in texts_in(SPECS).items() if name.startswith(("s", "c"))}
    return {**found, "specs": (shop, "shop.bts"), "all": ({"all.bts": ALL}, "all.bts")}


def places(text: str) -> Iterator[tuple[int, int]]:
    """Where the string literals of a spec stand."""
    for found in _TOKENS.finditer(text):
        if found["string"] is not None:
            yield found.span("string")


def replaced(text: str, chosen: list[tuple[int, int]], word: str) -> str:
    """The text with other strings, each with a number of its own."""
    for number, (start, end) in reversed(list(enumerate(chosen))):
        text = f'{text[:start]}"{number} {word}"{text[end:]}'
    return text


def accepted(files: dict[str, str], root: str) -> list[tuple[int, int]]:
    """The strings that may say anything; what may not is a mistake of the spec, and no traceback."""

    def is_fine(chosen: list[tuple[int, int]], word: str) -> bool:
        checked = front({**files, root: replaced(files[root], chosen, word)}, root)
        return not checked.has_errors

    good: list[tuple[int, int]] = []
    waiting = [list(places(files[root]))]
    while waiting:
        part = waiting.pop()
        if not part:
            continue
        if is_fine(part, HOSTILE) and is_fine(part, CALM):
            good.extend(part)
        elif len(part) > 1:
            middle = len(part) // 2
            waiting += [part[:middle], part[middle:]]
    good.sort()
    return [] if good and not is_fine(good, HOSTILE) else good


class _Named(ast.NodeTransformer):
    """Has the name of a case in one place: it is written short where it begins as its place does."""

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        named = [
            word
            for word in node.keywords
            if word.arg == "id" and isinstance(word.value, ast.Constant)
        ]
        node.args += [word.value for word in named]
        node.keywords = [word for word in node.keywords if word not in named]
        return node


def shape(text: str) -> list[str]:
    return skeleton(ast.unparse(_Named().visit(ast.parse(text))))


@pytest.mark.parametrize("name", sorted(specs()))
def test_no_string_changes_the_shape_of_the_code(name: str) -> None:
    files, root = specs()[name]
    chosen = accepted(files, root)
    made = {}
    for kind, word in (("calm", CALM), ("wild", HOSTILE)):
        spec = {**files, root: replaced(files[root], chosen, word)}
        made[kind] = files_of(make_plan(suite_in(spec, root, name)), 2)
    calm, wild = made["calm"], made["wild"]
    assert list(calm) == list(wild)
    for file, text in wild.items():
        if file.endswith(".py"):
            assert shape(text) == shape(calm[file]), file
            odd = sorted({char for char in text if not char.isprintable() and char != "\n"})
            assert odd == [], file


def test_strings_of_every_kind_may_say_anything() -> None:
    files, root = specs()["all"]
    text = files[root]
    free = {text[:start].splitlines()[-1].split()[0] for start, _ in accepted(files, root)}
    assert {"except", "test", "expect", "add", "actor", "dependencies", "source", "secrets"} <= free
