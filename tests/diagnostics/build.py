"""Builds diagnostics about texts, by hand and at random."""

from hypothesis import strategies as st

from specc.diagnostics.code import Code
from specc.diagnostics.model import Diagnostic, Label
from specc.source import SourceFile, Span

ERROR = Code(
    "BTS203",
    title="unknown field",
    explanation="A contract names all fields of a thing.",
    example="expect order.totl == 1",
    fixed="expect order.total == 1",
)
WARNING = Code(
    "BTS903",
    title="unused role",
    explanation="No actor is of this role.",
    example="role guest",
    fixed="",
    severity="warning",
)


def at(source: SourceFile, part: str, message: str = "") -> Label:
    """A label at the first place where the part stands in the source."""
    start = source.text.index(part)
    return Label(source, Span(start, start + len(part)), message)


def error(text: str, part: str, message: str = "", name: str = "shop.bts") -> Diagnostic:
    """An error about a part of a text."""
    return Diagnostic(ERROR, "it is wrong", at(SourceFile(name, text), part, message))


# Surrogates among them: undecodable bytes of a file's name come as such.
anything = st.text(st.characters(), max_size=40)
spiteful = st.text(
    st.sampled_from("a \n\r\t\x00\x1b\x7f\x85\x9b\u200d\u202e\u2028\u0301日\U0001f600%:,`"),
    max_size=40,
)
texts = st.one_of(anything, spiteful)


@st.composite
def labels(draw: st.DrawFn) -> Label:
    """Any label, in a text that may hold anything."""
    source = SourceFile(draw(texts), draw(texts))
    ends = st.integers(0, len(source.text))
    start, end = sorted((draw(ends), draw(ends)))
    return Label(source, Span(start, end), draw(texts))


diagnostics = st.builds(
    Diagnostic,
    st.sampled_from([ERROR, WARNING]),
    texts,
    labels(),
    st.lists(labels(), max_size=3).map(tuple),
    st.none() | texts,
)
