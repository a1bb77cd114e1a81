"""Hypothesis strategies: code trees of all kinds and widths, and texts that want to be code."""

from __future__ import annotations

from typing import TypeAlias

from hypothesis import strategies as st

from specc.emit.python.code import (
    BINDING,
    PREFIXES,
    Attribute,
    Call,
    Code,
    Comprehension,
    DictOf,
    Infix,
    ListOf,
    Prefix,
    Raw,
    Subscript,
    TupleOf,
    literal,
)
from tests.emit.hostile import HOSTILE

Codes: TypeAlias = st.SearchStrategy[Code]

texts = st.one_of(
    st.text(),
    st.text(st.characters(exclude_categories=())),
    st.text("\"'\\\n\r\t{}N# :\x00\x1b\u2028\u202e\ud800漢\u0301", max_size=12),
    st.sampled_from(HOSTILE),
)
"""Texts as a spec may hold them, lone surrogates and control characters included."""

names = st.builds(
    lambda letter, length: letter * length,
    st.sampled_from("abcdefgh"),
    st.one_of(st.integers(1, 12), st.integers(1, 50)),
)
"""Names of all lengths, so that lines end just before, at and behind the limit."""

_plain_texts = st.builds(
    lambda letter, length: letter * length,
    st.sampled_from(["s", "é", "漢", "e\u0301", "က", "\U0001f600"]),
    st.one_of(st.integers(0, 10), st.integers(0, 90)),
)

atoms: Codes = st.one_of(
    names.map(Raw),
    st.lists(names, min_size=2, max_size=3).map(".".join).map(Raw),
    _plain_texts.map(literal),
    st.sampled_from([None, True, 0, 1, -1, 10**20, 1.5]).map(literal),
    st.sampled_from([ListOf(()), TupleOf(()), DictOf(())]),
    names.map(Call),
)


def _larger(inner: Codes) -> Codes:
    some = st.lists(inner, max_size=4).map(tuple)
    keywords = st.lists(st.tuples(names, inner), max_size=2).map(tuple)
    keys = st.one_of(_plain_texts.map(literal), inner)
    return st.one_of(
        st.builds(Call, names, some, keywords),
        st.builds(Call, inner, some),
        st.builds(Call, st.builds(Attribute, inner, names), some, keywords),
        some.map(ListOf),
        some.map(TupleOf),
        st.lists(st.tuples(keys, inner), max_size=4).map(tuple).map(DictOf),
        st.builds(Subscript, inner, inner),
        st.builds(Attribute, inner, names),
        st.builds(Prefix, st.sampled_from(sorted(PREFIXES)), inner),
        st.builds(Infix, st.sampled_from(sorted(BINDING)), inner, inner),
        st.builds(Infix, st.just("and"), inner, inner),
        st.builds(Comprehension, inner, names, inner, st.lists(inner, max_size=2).map(tuple)),
    )


codes: Codes = st.recursive(atoms, _larger, max_leaves=12)
