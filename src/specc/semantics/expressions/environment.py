"""What the names in a block of steps stand for at one point of it."""

from __future__ import annotations

from typing import NamedTuple

import attrs

from specc.semantics.types import Type
from specc.source import Span
from specc.syntax.nodes.base import Name
from specc.syntax.nodes.declarations import Module
from specc.syntax.nodes.expressions import Expr


class Inferred(NamedTuple):
    """An expression's type. `optional`: there may be nothing. `spread`: it stands after `[*]`."""

    type: Type
    optional: bool = False
    spread: bool = False


@attrs.frozen(eq=False)
class Binding:
    """A name and what it holds. `origin` says in words where it came from.

    `values` are what a column of `cases` is in its rows.
    """

    type: Type
    span: Span
    origin: str | None = None
    is_response: bool = False
    request: Type | None = None
    values: tuple[Expr, ...] = ()


@attrs.define(eq=False)
class Environment:
    """The names that expressions may use; grows as a block is read from top to bottom.

    `later` are captures still to come, `proven` the paths that an expectation showed to be there,
    `excused` says that names may be missing through a mistake that was reported already.
    """

    module: Module
    variables: dict[str, Binding] = attrs.field(factory=dict)
    later: dict[str, Name] = attrs.field(factory=dict)
    proven: set[str] = attrs.field(factory=set)
    read: set[str] = attrs.field(factory=set)
    excused: bool = False
