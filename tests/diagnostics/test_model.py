import subprocess
import sys
from itertools import permutations

import attrs

from specc.diagnostics.model import Diagnostic, Label, sorted_unique
from specc.source import SourceFile, Span

from .build import ERROR, WARNING

SOURCE = SourceFile("b.bts", "role x\nrole y\n")
EARLIER = SourceFile("a.bts", "role z\n")


def found(source: SourceFile, start: int, message: str = "no") -> Diagnostic:
    return Diagnostic(ERROR, message, Label(source, Span(start, start + 1)))


def test_severity_is_the_codes() -> None:
    assert found(SOURCE, 0).severity == "error"
    assert attrs.evolve(found(SOURCE, 0), code=WARNING).severity == "warning"


def test_reading_order_is_by_file_and_place_whatever_the_order_found() -> None:
    expected = (found(EARLIER, 3), found(SOURCE, 0), found(SOURCE, 5))
    for order in permutations(expected):
        assert sorted_unique(order) == expected


def test_what_two_checks_found_is_said_once() -> None:
    first = attrs.evolve(found(SOURCE, 0), help="the first one stays")
    assert sorted_unique([first, found(SOURCE, 0)]) == (first,)


def test_two_mistakes_at_one_place_are_both_said() -> None:
    both = (found(SOURCE, 0, "no `a`"), found(SOURCE, 0, "no `b`"))
    assert sorted_unique(reversed(both)) == both


def test_the_model_is_cheap_to_import() -> None:
    program = "import sys, specc.diagnostics.model; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    ours = {name for name in run.stdout.split() if name.startswith("specc.")}
    assert ours == {
        "specc.diagnostics",
        "specc.diagnostics.code",
        "specc.diagnostics.model",
        "specc.source",
    }
