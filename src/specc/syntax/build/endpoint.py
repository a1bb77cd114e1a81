"""Builds endpoints and their clauses."""

from typing import Literal

from specc.diagnostics.catalogue.parts import UNKNOWN_CONDITION
from specc.source import Span
from specc.syntax.mistake import Mistake
from specc.syntax.nodes.base import Name, Ref
from specc.syntax.nodes.endpoint import (
    AllowedRole,
    AsClause,
    BodyClause,
    Clause,
    Condition,
    CountsClause,
    Effect,
    Endpoint,
    MovesClause,
    ObligationWaiver,
    PagesClause,
    Parameter,
    PathParameter,
    PathTemplate,
    ReturnedHeader,
    ReturnsClause,
    SortKey,
    SortsClause,
    StateMove,
    WithinClause,
)
from specc.syntax.nodes.expressions import Date, Expr, Number, Quantity, Text
from specc.syntax.nodes.types import TypeNode
from specc.syntax.wording import quoted

ALONE = ("anonymous", "forbidden", "repeated", "deleted", "unchanged", "stale", "blocked")
"""Conditions of one word. A fixed order, for messages."""

OF_PARAMETER = ("invalid", "unknown", "malformed")


def endpoint(
    span: Span,
    doc: str | None,
    name: Name,
    method: str,
    path: PathTemplate,
    entries: tuple[Clause | ObligationWaiver, ...],
) -> Endpoint:
    clauses = tuple(entry for entry in entries if not isinstance(entry, ObligationWaiver))
    waivers = tuple(entry for entry in entries if isinstance(entry, ObligationWaiver))
    return Endpoint(name, method, path, clauses, doc, span, waivers)


def method(span: Span, word: str) -> str:
    return word


def plain_path(span: Span, text: str) -> PathTemplate:
    return PathTemplate((text,), span)


def path(span: Span, *pieces: str | PathParameter) -> PathTemplate:
    """Text and parameters in turn; between two parameters there may be no text."""
    return PathTemplate(tuple(piece for piece in pieces if piece != ""), span)


def parameter(span: Span, name: Name, type_: TypeNode, example: Expr | None) -> PathParameter:
    return PathParameter(name, type_, example, span)


def as_clause(span: Span, allowed: tuple[AllowedRole, ...]) -> AsClause:
    return AsClause(allowed, span)


def allowed_role(span: Span, role: Ref) -> AllowedRole:
    return AllowedRole(role, None, role.span)


def allowed_owner(span: Span, owned: Ref) -> AllowedRole:
    return AllowedRole(None, owned, span)


def allowed_word(span: Span, word: str) -> AllowedRole:
    """A role may be called `owner`: only with `of` is the word more than a name."""
    return AllowedRole(Ref(word, span), None, span)


def request_parameter(
    span: Span,
    place: Literal["query", "header", "cookie"],
    name: Name,
    optional: str | None,
    type_: TypeNode,
    default: Expr | None,
) -> Parameter:
    return Parameter(place, name, optional is not None, type_, default, span)


def place(span: Span, word: str) -> str:
    return word


def body_json(span: Span, type_: TypeNode) -> BodyClause:
    return BodyClause("json", None, type_, span)


def body_media(span: Span, media: Text, answer: TypeNode | Literal["text", "bytes"]) -> BodyClause:
    if isinstance(answer, str):
        return BodyClause(answer, media, None, span)
    return BodyClause("json", media, answer, span)


def body_raw(span: Span, form: Literal["text", "bytes"]) -> BodyClause:
    return BodyClause(form, None, None, span)


def body_form(span: Span, type_: TypeNode) -> BodyClause:
    return BodyClause("form", None, type_, span)


def body_multipart(span: Span, type_: TypeNode) -> BodyClause:
    return BodyClause("multipart", None, type_, span)


def media(span: Span, text: Text) -> Text:
    return text


def raw(span: Span, word: str) -> str:
    return word


def returns(
    span: Span,
    status: Number,
    media: Text | None,
    answer: TypeNode | Literal["text", "bytes"] | None,
    headers: tuple[ReturnedHeader, ...] | None,
    conditions: tuple[Condition, ...] | None,
) -> ReturnsClause:
    form: Literal["none", "json", "text", "bytes"]
    if isinstance(answer, str):
        form, type_ = answer, None
    else:
        form, type_ = "none" if answer is None else "json", answer
    code = int(status.value)
    return ReturnsClause(
        code, status.span, media, form, type_, headers or (), conditions or (), span
    )


def returned_headers(span: Span, *headers: ReturnedHeader) -> tuple[ReturnedHeader, ...]:
    return headers


def returned_header(
    span: Span, name: Name, optional: str | None, type_: TypeNode
) -> ReturnedHeader:
    return ReturnedHeader(name, optional is not None, type_, span)


def condition(span: Span, first: Name | Text, second: Name | None) -> Condition:
    """Holds the closed vocabulary; a quoted first word is a parameter's name."""
    parameter = first if isinstance(first, Name) else Name(first.plain or "", first.span)
    if second is None:
        if parameter is first and first.text in ALONE:
            return Condition(first.text, None, first.span)
    elif parameter.text == "rate" and second.text == "exceeded":
        return Condition("rate exceeded", None, span)
    elif second.text in OF_PARAMETER:
        return Condition(second.text, parameter, span)
    raise _unknown_condition(parameter, second, span)


def _unknown_condition(first: Name, second: Name | None, span: Span) -> Mistake:
    from specc.diagnostics.suggest import did_you_mean  # only where there is a mistake

    written = first.text if second is None else f"{first.text} {second.text}"
    near = did_you_mean(written, [*ALONE, "rate exceeded"])
    if near is None and second is not None and (word := did_you_mean(second.text, OF_PARAMETER)):
        near = f"{first.text} {word}"
    return Mistake(
        UNKNOWN_CONDITION,
        f"{quoted(written)} is no condition" + (f", did you mean {quoted(near)}?" if near else ""),
        span,
        instead=Condition(written, None, span),
        hint=f"the conditions are: {', '.join(ALONE)}, rate exceeded, body invalid, "
        "body malformed, query invalid, PARAMETER invalid and PARAMETER unknown",
    )


def effect(span: Span, word: str) -> str:
    return word


def effect_clause(
    span: Span,
    kind: Literal["creates", "reads", "updates", "deletes", "lists"],
    thing: Ref,
    at: tuple[str, ...] | None,
    from_: str | None,
    of: str | None,
) -> Effect:
    return Effect(
        kind, thing, None if at is None else at[1:], from_ is not None, of is not None, span
    )


def body_path(span: Span, *labels: Name | Text) -> tuple[str, ...]:
    return ("body", *(_text(label) for label in labels))


def header_source(span: Span, name: Text) -> tuple[str, ...]:
    return ("header", _text(name))


def _text(label: Name | Text) -> str:
    return label.text if isinstance(label, Name) else label.plain or ""


def within(span: Span, metric: Name | None, limit: Quantity) -> WithinClause:
    return WithinClause(metric.text if metric else None, limit, span)


def pages(span: Span, parameters: tuple[Name, ...], source: tuple[str, ...] | None) -> PagesClause:
    return PagesClause(parameters, False, source, span)


def pages_by_link(span: Span) -> PagesClause:
    return PagesClause((), True, None, span)


def sorts(span: Span, keys: tuple[SortKey, ...]) -> SortsClause:
    return SortsClause(keys, span)


def sort_key(span: Span, minus: str | None, name: Name) -> SortKey:
    return SortKey(name, minus is not None, span)


def counts(span: Span, source: tuple[str, ...]) -> CountsClause:
    return CountsClause(source, span)


def moves(span: Span, field: Ref, found: tuple[StateMove, ...]) -> MovesClause:
    return MovesClause(field, found, span)


def move(span: Span, *states: Text) -> StateMove:
    return StateMove(states[:-1], states[-1], span)


def obligation_waiver(
    span: Span, obligation: Ref, reason: Text, until: Date | None
) -> ObligationWaiver:
    return ObligationWaiver(obligation, reason, until, span)


def obligation(span: Span, first: Name, *rest: str) -> Ref:
    return Ref(first.text + "".join(rest), span)


def below(span: Span, label: Name | Text) -> str:
    return "." + _text(label)


def in_each(span: Span) -> str:
    return "[]"
