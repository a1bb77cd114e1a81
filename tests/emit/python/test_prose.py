"""Docstrings and comments hold any words, and stay docstrings and comments."""

from __future__ import annotations

import ast
import io
import tokenize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specc.emit.python.code import Call, Raw, literal
from specc.emit.python.prose import comment, docstring
from specc.emit.python.statements import (
    assignment,
    call_statement,
    decorator,
    function_signature,
    returned,
)
from tests.emit.hostile import HOSTILE
from tests.emit.python.formatter import formatted, ruff
from tests.emit.python.trees import texts
from tests.emit.skeleton import skeleton

indents = st.sampled_from([0, 4, 8])


def module(text: str) -> str:
    """A module with a text in each place that may hold one."""
    lines = [
        comment(text),
        docstring(text),
        "",
        assignment("VALUE", literal({text: [text, {"deep": (text,)}]})),
        "",
        "",
        decorator(Call("mark", (literal(text),))),
        function_signature("test", []),
        docstring(text, 4),
        comment(text, 4),
        call_statement(Call("call", (literal(text), literal(text.encode("utf-8", "replace")))), 4),
        returned(Call("format", (Raw("x"),), (("key", literal(text)),)), 4),
    ]
    return "".join(f"{line}\n" for line in lines)


@settings(deadline=None)
@given(texts)
def test_no_text_changes_what_a_module_does(text: str) -> None:
    hostile = module(text)
    assert skeleton(hostile) == skeleton(module("harmless"))
    assert hostile.encode()
    tokens = tokenize.generate_tokens(io.StringIO(hostile, newline="").readline)
    assert [token.type for token in tokens].count(tokenize.COMMENT) == 2


@settings(max_examples=20, deadline=None)
@given(st.lists(texts, min_size=4, max_size=20))
def test_ruff_leaves_it_alone(several: list[str]) -> None:
    text = "\n\n".join(
        f"def function():\n{docstring(one, 4)}\n{comment(one, 4)}\n" for one in several
    )
    assert formatted(text) == text


@settings(deadline=None)
@given(texts, indents)
def test_a_docstring_says_what_it_was_given(text: str, indent: int) -> None:
    said = ast.literal_eval(docstring(text, indent).strip(" "))
    assert said.split() == text.split()


@given(texts, indents)
def test_a_comment_is_one_visible_line(text: str, indent: int) -> None:
    line = comment(text, indent)
    assert line.startswith(f"{' ' * indent}#")
    assert line.isprintable()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", '""""""'),
        ("Says it.", '"""Says it."""'),
        ("  Says it. ", '"""Says it."""'),
        ("One.\n\n    Two.\n      Three.\n", '"""One.\n\n    Two.\n      Three.\n    """'),
        ("One.\r\nTwo.\r\n", '"""One.\n    Two.\n    """'),
        ("\nOne.\nTwo.", '"""One.\n    Two.\n    """'),
        ('ends with "this"', r'"""ends with "this\""""'),
        ('"this" it begins with', r'"""\"this" it begins with"""'),
        ('three """ of them', r'"""three \"\"" of them"""'),
        ("a\\", r'"""a\\"""'),
        ("\\N{BULLET}\x1b\r\u2028", r'"""\\N{BULLET}\x1b\x0d\u2028"""'),
    ],
)
def test_what_a_docstring_looks_like(text: str, expected: str) -> None:
    assert docstring(text, 4) == f"    {expected}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("shop.bts:84", "# shop.bts:84"),
        ("", "#"),
        ("two\r\nlines\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029here", "# two lines here"),
        ("\x1b[31m\u202e\ud800", r"# \x1b[31m\u202e\ud800"),
        ("type: ignore", "# 'type': ignore"),
        ("types: two", "# types: two"),
        ("see # noqa: F401", "# see # 'noqa': F401"),
        ("NOQA", "# 'NOQA'"),
        ("fmt: off", "# 'fmt': off"),
        ("ruff: noqa", "# 'ruff': noqa"),
        ("pragma: no cover", "# 'pragma': no cover"),
        ("-*- coding: latin-1 -*-", "# -*- 'coding': latin-1 -*-"),
        (
            "vim: set fileencoding=latin-1",
            "# vim: set fileen'coding'=latin-1",
        ),
        ("x pylint: disable=all", "# x 'pylint': disable=all"),
        ("isort:skip_file", "# 'isort':skip_file"),
        ("/// script", "# '///' script"),
        ("!/bin/sh", "# !/bin/sh"),
    ],
)
def test_what_a_comment_looks_like(text: str, expected: str) -> None:
    assert comment(text) == expected


def test_no_comment_steers_a_tool() -> None:
    orders = [*HOSTILE, "ruff: noqa", "flake8: noqa", "noqa", "ruff: isort: skip_file", "fmt: off"]
    for order in orders:
        head = comment(order)
        assert tokenize.detect_encoding(io.BytesIO(f"{head}\n".encode()).readline)[0] == "utf-8"
        assert not ast.parse(f"{head}\nx = 1  {head}\n", type_comments=True).type_ignores
    everything = "".join(f"{comment(order)}\n" for order in orders)
    assert formatted(f"{everything}x = [ 1 ]\n") == f"{everything}x = [1]\n"
    unsorted = "".join(f"import {name}  {comment('noqa')}\n" for name in ("sys", "os"))
    found = ruff("check", "--output-format=concise", "--select=I,F401", text=everything + unsorted)
    assert found.count("F401") == 2
    assert found.count("I001") == 1
