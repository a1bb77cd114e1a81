"""What the checks learn of steps and expressions, and what lowering needs of it."""

from __future__ import annotations

import attrs

from specc.semantics.expressions.environment import Binding
from specc.semantics.symbols import Symbol
from specc.semantics.types import Type
from specc.syntax.nodes.base import Name
from specc.syntax.nodes.endpoint import ReturnsClause
from specc.syntax.nodes.expressions import Member
from specc.syntax.nodes.steps import CallStep
from specc.syntax.nodes.types import TypeNode


@attrs.frozen(eq=False)
class Typing:
    """Facts by node.

    `targets`: the endpoint or flow that a step calls. `returns`: the `returns` clause that a
    step's `expects` chose (the first of its status); absent where a class, several statuses, or an
    expression leave it open. `optional`: the members whose field may be absent or null. `types`:
    the types of `x is T`. `bindings`: what each capture (`-> name`) holds. `flows`: what each flow
    captures, as an object.
    """

    targets: dict[CallStep, Symbol] = attrs.field(factory=dict)
    returns: dict[CallStep, ReturnsClause] = attrs.field(factory=dict)
    optional: set[Member] = attrs.field(factory=set)
    types: dict[TypeNode, Type] = attrs.field(factory=dict)
    bindings: dict[Name, Binding] = attrs.field(factory=dict)
    flows: dict[Symbol, Type] = attrs.field(factory=dict)

    def is_optional(self, member: Member) -> bool:
        """Whether what a member names may be absent or null."""
        return member in self.optional
