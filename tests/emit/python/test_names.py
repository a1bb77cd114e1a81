"""Names that anything can be given."""

from __future__ import annotations

import builtins
import keyword
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.emit.python.names import MAX_LENGTH, class_name, file_stem, identifier
from tests.emit.python.trees import texts

words = st.one_of(texts, st.sampled_from([*keyword.kwlist, *keyword.softkwlist, *dir(builtins)]))


@pytest.mark.parametrize("make", [identifier, class_name, file_stem])
@given(text=words)
def test_any_text_makes_a_name(make: type[str], text: str) -> None:
    name = make(text)
    assert name.isascii()
    assert name.isidentifier()
    assert unicodedata.normalize("NFKC", name) == name
    assert not name.startswith("_")
    assert not name.endswith("__")
    assert len(name) <= MAX_LENGTH
    assert not keyword.iskeyword(name)
    assert not keyword.issoftkeyword(name)
    assert make(text) == name


@given(words)
def test_a_name_is_nothing_that_python_has(text: str) -> None:
    assert not hasattr(builtins, identifier(text))
    assert not hasattr(builtins, class_name(text))


@given(words)
def test_a_name_names_itself(text: str) -> None:
    name = identifier(text).rstrip("_")
    assert identifier(name).rstrip("_") == name


@pytest.mark.parametrize("make", [identifier, class_name, file_stem])
@given(several=st.lists(words, max_size=20))
def test_names_are_told_apart(make: type[str], several: list[str]) -> None:
    taken: list[str] = []
    for text in [*several, *several]:
        name = make(text, taken)
        assert name not in taken
        assert name.isidentifier()
        assert len(name) <= MAX_LENGTH
        taken.append(name)


@given(words)
def test_a_stem_is_good_on_every_system(text: str) -> None:
    stem = file_stem(text)
    assert stem == stem.lower()
    assert stem not in {"con", "prn", "aux", "nul", "com1", "lpt9"}
    assert stem not in sys.stdlib_module_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("get_order", "get_order"),
        ("getOrder", "get_order"),
        ("HTTPServer v2", "http_server_v2"),
        ("an order is priced from its lines", "an_order_is_priced_from_its_lines"),
        ("2fa", "n_2fa"),
        ("class", "class_"),
        ("match", "match_"),
        ("list", "list_"),
        ("__init__", "init"),
        ("Größe in Łódź", "grosse_in_lodz"),
        ("ﬁle\u202ename", "file_name"),
        ("заказ", "name_c988dbf4"),
        ("", "name_00000000"),
        ("x" * 80, "x" * 60),
    ],
)
def test_what_an_identifier_looks_like(text: str, expected: str) -> None:
    assert identifier(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("order line", "OrderLine"),
        ("HTTPError", "HTTPError"),
        ("Exception", "Exception_"),
        ("None", "None_"),
        ("3d model", "N3dModel"),
    ],
)
def test_what_a_class_name_looks_like(text: str, expected: str) -> None:
    assert class_name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("../etc/passwd", "etc_passwd"), ("CON", "con_"), ("json", "json_"), ("list", "list")],
)
def test_what_a_stem_looks_like(text: str, expected: str) -> None:
    assert file_stem(text) == expected


def test_what_is_taken_gets_a_number() -> None:
    assert identifier("order", ["order"]) == "order_2"
    assert identifier("order", ["order", "order_2"]) == "order_3"
    assert identifier("x" * 80, ["x" * 60]) == f"{'x' * 58}_2"
    assert file_stem("order", ["Order"]) == "order_2"
