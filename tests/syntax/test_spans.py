"""Where nodes stand, in our own specs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from specc.source import Span
from specc.syntax.nodes.base import Name, Ref
from specc.syntax.nodes.expressions import Variable
from specc.syntax.walk import children
from tests.syntax.reading import SAMPLES, module


def below(node: Any) -> Iterator[tuple[Any, Any]]:
    """All nodes below a node, each with the one right above it."""
    for child in children(node):
        yield node, child
        yield from below(child)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_node_stands_inside_of_the_node_above_it(path: Path) -> None:
    made = module(path.read_text(encoding="utf-8"))
    for one in made.declarations:
        for above, node in below(one):
            inner, outer = getattr(node, "span", None), getattr(above, "span", None)
            if isinstance(inner, Span) and isinstance(outer, Span):
                assert outer.start <= inner.start < inner.end <= outer.end, (above, node)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_name_stands_where_it_says(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for one in module(text).declarations:
        for _, node in below(one):
            match node:
                case Name(name, span) | Ref(name, span) | Variable(name, span):
                    assert text[span.start : span.end].strip('"') == name
