"""Lowering of credentials, an actor's or a single step's."""

from __future__ import annotations

from typing import assert_never

from specc.ir.context import Context
from specc.ir.credentials import Credential
from specc.ir.lower_values import lower_value
from specc.syntax.nodes.credentials import (
    BasicCredential,
    BearerCredential,
    DigestCredential,
    StepCredential,
)
from specc.syntax.nodes.expressions import Expr


def lower_credential(node: StepCredential, context: Context) -> Credential:
    """A credential that actors and steps can have."""
    kind: str
    parts: tuple[Expr, ...]
    match node:
        case BearerCredential(token=token):
            kind, parts = "bearer", (token,)
        case BasicCredential(user=user, password=password):
            kind, parts = "basic", (user, password)
        case DigestCredential(user=user, password=password):
            kind, parts = "digest", (user, password)
        case _:
            assert_never(node)
    values = tuple(lower_value(part, context) for part in parts)
    return Credential(kind, values, (), context.place(node.span))
