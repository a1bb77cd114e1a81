"""The obligations that a change of specs can touch."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from specc.driver.inputs import DriverError
from specc.driver.touched import Touched, touched_since

from .conftest import Write

SHOP = """import "types.bts"

service shop {
  url "http://127.0.0.1:9"
}

role customer

actor alice is customer {
  header "X-User" "alice"
}

endpoint health GET /healthz {
  as      anyone
  returns 200
}

endpoint note PUT /note {
  as      customer
  body    Note
  returns 204
}

endpoint stock GET /stock {
  as      anyone
  query   colour?: Paint.colour
  returns 200 { left: int }
}

test "it is up" as alice {
  health
}

pipeline release {
  stage contract { obligations of all endpoints }
}
"""
TYPES = """contract Note {
  text: string(1..20)
}

contract Paint {
  colour: string(1..9)
}
"""
SPECS = {"specs/shop.bts": SHOP, "specs/types.bts": TYPES}


@pytest.fixture
def committed(write: Write) -> Callable[..., Touched]:
    """Commits the specs; a call changes them, and says what that touches."""
    write(SPECS)
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    for command in (("init", "-q"), ("add", "."), (*who, "commit", "-qm", "first")):
        subprocess.run(["git", *command], check=True, timeout=30)

    def changed(file: str, old: str, new: str) -> Touched:
        assert old in SPECS[file]
        write({file: SPECS[file].replace(old, new)})
        return touched_since(["specs"], "HEAD")

    return changed


def endpoints(touched: Touched) -> set[str]:
    return {name.partition(".")[0] for name in touched.obligations["shop"]}


def test_no_change_touches_nothing(committed: Callable[..., Touched]) -> None:
    touched = committed("specs/shop.bts", "returns 204", "returns 204")
    assert touched.obligations == {"shop": frozenset()}
    assert touched.files == ()
    assert touched.count > 10


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("specs/shop.bts", "left: int", "left: int(0..)", {"stock"}),
        ("specs/types.bts", "1..20", "1..30", {"note"}),
        ("specs/types.bts", "1..9", "1..8", {"stock"}),
        ("specs/shop.bts", "  health\n}", "  health expects 200\n}", {"health", "test"}),
        ("specs/shop.bts", "GET /healthz {\n  as      anyone", "GET /healthz {\n  as   anyone", set()),
        ("specs/shop.bts", "stage contract", "stage all", set()),
        ("specs/shop.bts", SHOP[SHOP.index("pipeline") :], "", set()),
        ("specs/shop.bts", 'import "types.bts"', 'import "types.bts"  # all of it', set()),
        ("specs/shop.bts", "endpoint note", "# a comment\nendpoint note", set()),
        ("specs/shop.bts", "endpoint note", '"""What it is about."""\nendpoint note', set()),
        ("specs/types.bts", TYPES[TYPES.index("contract Paint") :], "contract Paint { colour: int }\n", {"stock"}),
        ("specs/types.bts", "contract Paint", "contract Other {\n  a: int\n}\n\ncontract Paint", set()),
        ("specs/shop.bts", "  returns 204", "  returns 204\n  returns 422 when body invalid", {"note"}),
    ],
)  # fmt: skip
def test_a_change_touches_what_depends_on_it(
    committed: Callable[..., Touched], file: str, old: str, new: str, expected: set[str]
) -> None:
    touched = committed(file, old, new)
    assert endpoints(touched) == expected
    assert touched.files == (file,)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("specs/shop.bts", '"alice"\n', '"bob"\n'),
        ("specs/shop.bts", "role customer\n", "role customer\n\nrole admin\n"),
        ("specs/shop.bts", "127.0.0.1:9", "127.0.0.1:8"),
        ("specs/shop.bts", SHOP[SHOP.index("test") : SHOP.index("pipeline")], ""),
        ("specs/types.bts", TYPES, TYPES[TYPES.index("contract Paint") :] + TYPES[: TYPES.index("contract Paint")]),
    ],
)  # fmt: skip
def test_in_doubt_all_is_touched(
    committed: Callable[..., Touched], file: str, old: str, new: str
) -> None:
    touched = committed(file, old, new)
    assert len(touched.obligations["shop"]) == touched.count


def test_a_new_spec_is_new_as_a_whole(committed: Callable[..., Touched], write: Write) -> None:
    write({"specs/more.bts": SHOP})
    touched = touched_since(["specs"], "HEAD")
    assert touched.obligations["more"]
    assert not touched.obligations["shop"]


def test_a_revision_that_is_not_there(committed: Callable[..., Touched], write: Write) -> None:
    for name in ("no-such", "--help", "-h"):
        with pytest.raises(DriverError, match="git cannot tell"):
            touched_since(["specs"], name)


def test_no_repository(write: Write) -> None:
    write(SPECS)
    with pytest.raises(DriverError, match="git cannot tell"):
        touched_since(["specs"], "HEAD")
