"""Builds tests and steps."""

from typing import Any, Literal, NamedTuple

from specc.diagnostics.catalogue.parts import CASES_NOT_FIRST, CLAUSE_TWICE
from specc.source import Span
from specc.syntax.mistake import Mistake
from specc.syntax.nodes.base import Name, Ref
from specc.syntax.nodes.credentials import StepCredential
from specc.syntax.nodes.declarations import CaseRow, Cases, Test
from specc.syntax.nodes.expressions import Entry, Expr, Number, Quantity, Text, Variable
from specc.syntax.nodes.steps import (
    CallStep,
    Escape,
    EventuallyStep,
    ExpectStep,
    FinallyStep,
    PauseStep,
    RawRequest,
    StatusPattern,
    Step,
)


class StepClause(NamedTuple):
    """A clause behind a step's target, by the word that it starts with."""

    word: Literal["with", "as", "expects", "->", "following redirects"]
    value: Any
    span: Span


def test(
    span: Span,
    doc: str | None,
    title: Text,
    actor: Ref | None,
    tags: tuple[Name, ...] | None,
    entries: tuple[Step | Cases, ...],
) -> Test:
    cases = [entry for entry in entries if isinstance(entry, Cases)]
    steps = tuple(entry for entry in entries if not isinstance(entry, Cases))
    made = Test(title, actor, tags or (), cases[0] if cases else None, steps, doc, span)
    if cases and (len(cases) > 1 or entries[0] is not cases[0]):
        twice = len(cases) > 1
        raise Mistake(
            CASES_NOT_FIRST,
            "a test has its cases once" if twice else "a test's cases stand before its steps",
            cases[1].span if twice else cases[0].span,
            instead=made,
            hint="write one `cases` line, the first in the test",
        )
    return made


def cases(span: Span, columns: tuple[Name, ...], rows: tuple[CaseRow, ...]) -> Cases:
    return Cases(columns, rows, None, span)


def cases_table(span: Span, table: Text) -> Cases:
    return Cases((), (), table, span)


def case_row(span: Span, values: tuple[Expr, ...]) -> CaseRow:
    return CaseRow(values, span)


def call_step(
    span: Span,
    target: Ref | RawRequest | Escape,
    arguments: tuple[Entry, ...] | None,
    clauses: tuple[StepClause, ...] | None,
) -> CallStep:
    given: dict[str, Any] = {}
    twice: StepClause | None = None
    for clause in clauses or ():
        if clause.word in given:
            twice = twice or clause
        else:
            given[clause.word] = clause.value
    with_credential = isinstance(given.get("as"), StepCredential)
    made = CallStep(
        target,
        arguments or (),
        given.get("with"),
        None if with_credential else given.get("as"),
        "following redirects" in given,
        given.get("expects", ()),
        given.get("->"),
        span,
        given["as"] if with_credential else None,
    )
    if twice:
        raise Mistake(
            CLAUSE_TWICE,
            f"this step has `{twice.word}` twice",
            twice.span,
            instead=made,
            hint="a step has each of `with`, `as`, `expects`, `->` and `following redirects` once",
        )
    return made


def step_clauses(span: Span, *clauses: StepClause) -> tuple[StepClause, ...]:
    return clauses


def with_clause(span: Span, body: Expr) -> StepClause:
    return StepClause("with", body, span)


def actor_clause(span: Span, actor: Ref) -> StepClause:
    return StepClause("as", actor, span)


def credential_clause(span: Span, credential: StepCredential) -> StepClause:
    return StepClause("as", credential, span)


def expects_clause(span: Span, statuses: tuple[StatusPattern, ...]) -> StepClause:
    return StepClause("expects", statuses, span)


def capture_clause(span: Span, name: Name) -> StepClause:
    return StepClause("->", name, span)


def follow_clause(span: Span) -> StepClause:
    return StepClause("following redirects", True, span)


def status(span: Span, value: Number | str | Variable) -> StatusPattern:
    return StatusPattern(int(value.value) if isinstance(value, Number) else value, span)


def escape(span: Span, target: Text) -> Escape:
    return Escape(target, span)


def raw_request(span: Span, method: str, path: Text) -> RawRequest:
    return RawRequest(method, path, span)


def plain_raw_path(span: Span, text: str) -> Text:
    return Text((text,), span)


def raw_path(span: Span, *pieces: str | Expr) -> Text:
    """Text and expressions in turn; between two expressions there may be no text."""
    return Text(tuple(piece for piece in pieces if piece != ""), span)


def arguments(span: Span, entries: tuple[Entry, ...] | None) -> tuple[Entry, ...]:
    return entries or ()


def argument(span: Span, name: Name, value: Expr) -> Entry:
    return Entry(name.text, name.span, value)


def expect_step(span: Span, condition: Expr) -> ExpectStep:
    return ExpectStep(condition, span)


def eventually_step(
    span: Span, within: Quantity | None, every: Quantity | None, steps: tuple[Step, ...]
) -> EventuallyStep:
    return EventuallyStep(within, every, steps, span)


def finally_step(span: Span, steps: tuple[Step, ...]) -> FinallyStep:
    return FinallyStep(steps, span)


def pause_step(span: Span, duration: Quantity) -> PauseStep:
    return PauseStep(duration, span)
