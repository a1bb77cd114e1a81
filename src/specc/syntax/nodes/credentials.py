"""Credentials that an actor has, and that a single step can be given instead of an actor."""

from __future__ import annotations

from typing import TypeAlias

from specc.source import Span
from specc.syntax.nodes.base import node
from specc.syntax.nodes.expressions import Expr


@node
class BearerCredential:
    """`bearer session.token`."""

    token: Expr
    span: Span


@node
class BasicCredential:
    """`basic "ann", secret("PASSWORD", "sesame")`."""

    user: Expr
    password: Expr
    span: Span


@node
class DigestCredential:
    """`digest "ines", secret("PASSWORD", "open-sesame")`."""

    user: Expr
    password: Expr
    span: Span


StepCredential: TypeAlias = BearerCredential | BasicCredential | DigestCredential
