"""The steps of flows, tests and actors."""

from __future__ import annotations

from typing import TypeAlias

from specc.source import Span
from specc.syntax.nodes.base import Name, Ref, node
from specc.syntax.nodes.credentials import StepCredential
from specc.syntax.nodes.expressions import Entry, Expr, Quantity, Text


@node
class RawRequest:
    """`GET /debug`: a request that no endpoint describes. The path may interpolate."""

    method: str
    path: Text
    span: Span


@node
class Escape:
    """`call "module:function"`: host code, called with the arguments."""

    target: Text
    span: Span


@node
class StatusPattern:
    """What `expects` names: a status (404), a class (`4xx`), or an expression (a case's column)."""

    status: int | str | Expr
    span: Span


@node
class CallStep:
    """A call: of an endpoint or flow (Ref), a raw request, or host code.

    `body` is what follows `with`; `actor` what follows `as` (an actor, a role, `anonymous`), or
    else `credential` (`as basic "ann", "wrong"`); `follow` says that redirects are followed;
    `capture` is the name after `->`.
    """

    target: Ref | RawRequest | Escape
    arguments: tuple[Entry, ...]
    body: Expr | None
    actor: Ref | None
    follow: bool
    expects: tuple[StatusPattern, ...]
    capture: Name | None
    span: Span
    credential: StepCredential | None = None


@node
class ExpectStep:
    condition: Expr
    span: Span


@node
class EventuallyStep:
    """Repeats its steps until they hold: at most `within`, with `every` between two tries."""

    within: Quantity | None
    every: Quantity | None
    steps: tuple[Step, ...]
    span: Span


@node
class FinallyStep:
    """Steps that run whatever happened before."""

    steps: tuple[Step, ...]
    span: Span


@node
class PauseStep:
    duration: Quantity
    span: Span


Step: TypeAlias = CallStep | ExpectStep | EventuallyStep | FinallyStep | PauseStep
