"""An endpoint and its clauses."""

from __future__ import annotations

from typing import Literal, TypeAlias

from specc.source import Span
from specc.syntax.nodes.base import Name, Ref, node
from specc.syntax.nodes.expressions import Date, Expr, Quantity, Text
from specc.syntax.nodes.types import TypeNode


@node
class PathParameter:
    """`{id: Order.id}`, `{page: int(1..)}`, `{sku: string = "A1"}`."""

    name: Name
    type: TypeNode
    example: Expr | None
    span: Span


@node
class PathTemplate:
    """The path of an endpoint: literal text and parameters in turn, `/orders/{id}/pay`."""

    parts: tuple[str | PathParameter, ...]
    span: Span


@node
class AllowedRole:
    """One item of `as`: a role (or `anyone`, or an actor), or `owner of X` where `owned` is X."""

    role: Ref | None
    owned: Ref | None
    span: Span


@node
class AsClause:
    allowed: tuple[AllowedRole, ...]
    span: Span


@node
class Parameter:
    """`query limit?: int(1..100) = 20`; `place` is query, header or cookie."""

    place: Literal["query", "header", "cookie"]
    name: Name
    optional: bool
    type: TypeNode
    default: Expr | None
    span: Span


@node
class BodyClause:
    """`body T`, `body form T`, `body multipart T`, `body text`, `body bytes`.

    `media` is the content type to send, where it is named (`body type "text/csv" text`).
    """

    form: Literal["json", "form", "multipart", "text", "bytes"]
    media: Text | None
    type: TypeNode | None
    span: Span


@node
class ReturnedHeader:
    """`header Location: uri`, optional with `?`."""

    name: Name
    optional: bool
    type: TypeNode
    span: Span


@node
class Condition:
    """One condition of `when`. `kind` is its last words, `parameter` the named parameter if any.

    Kinds: anonymous, forbidden, invalid, unknown, repeated, deleted, unchanged (what the caller has
    already, as `If-None-Match` says), stale (what the caller would change is another by now, as
    `If-Match` says), rate exceeded. For invalid,
    `parameter` is `body`, `query`, or a parameter's name; for unknown it is a parameter's name.
    """

    kind: str
    parameter: Name | None
    span: Span


@node
class ReturnsClause:
    """`returns STATUS [type "media"] [T | text | bytes] [header N: T]... [when CONDITION, ...]`."""

    status: int
    status_span: Span
    media: Text | None
    form: Literal["none", "json", "text", "bytes"]
    type: TypeNode | None
    headers: tuple[ReturnedHeader, ...]
    conditions: tuple[Condition, ...]
    span: Span


@node
class Effect:
    """`creates X`, `reads X of self`, `creates X at body.article`, `creates X from request`.

    `at` is the path of names after `body` (empty where the whole body is the thing), or None
    where it is not written.
    """

    kind: Literal["creates", "reads", "updates", "deletes", "lists"]
    thing: Ref
    at: tuple[str, ...] | None
    from_request: bool
    of_self: bool
    span: Span


@node
class WithinClause:
    """`within p95 200ms`, `within 1s` (every call)."""

    metric: str | None
    limit: Quantity
    span: Span


@node
class PagesClause:
    """`pages by limit, offset`, `pages by cursor from body.next`, `pages by link`.

    `parameters` are the query parameters named after `by` (empty for link); `source` is where the
    next cursor stands: ("body", "next") or ("header", "Next-Page").
    """

    parameters: tuple[Name, ...]
    link: bool
    source: tuple[str, ...] | None
    span: Span


@node
class SortKey:
    """A query parameter or a field after `sorts by`; `-name` is the largest first."""

    name: Name
    descending: bool
    span: Span


@node
class SortsClause:
    """`sorts by sort`, `sorts by -created_at`."""

    keys: tuple[SortKey, ...]
    span: Span


@node
class CountsClause:
    """`counts from body.total`, `counts from header "X-Total-Count"`: how many there are in all.

    `source` is ("body", "total") or ("header", "X-Total-Count").
    """

    source: tuple[str, ...]
    span: Span


@node
class StateMove:
    """`"open" | "held" -> "closed"`."""

    states: tuple[Text, ...]
    to: Text
    span: Span


@node
class MovesClause:
    """`moves Order.status "pending" -> "paid", "paid" -> "shipped"`."""

    field: Ref
    moves: tuple[StateMove, ...]
    span: Span


@node
class ObligationWaiver:
    """`except rejects.data.password.above_maximum because "..." until 2027-12-31`.

    `obligation` is the obligation's id without the endpoint's name that it starts with.
    """

    obligation: Ref
    reason: Text
    until: Date | None
    span: Span


Clause: TypeAlias = (
    AsClause
    | Parameter
    | BodyClause
    | ReturnsClause
    | Effect
    | WithinClause
    | PagesClause
    | SortsClause
    | CountsClause
    | MovesClause
)


@node
class Endpoint:
    """`clauses` and `waivers` are each in the order written; they may stand mixed."""

    name: Name
    method: str
    path: PathTemplate
    clauses: tuple[Clause, ...]
    doc: str | None
    span: Span
    waivers: tuple[ObligationWaiver, ...] = ()
