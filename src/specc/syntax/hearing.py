"""What the parser tells of a file apart from its tree: comments, mistakes, and what they cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from specc.diagnostics.code import Code
from specc.diagnostics.model import Diagnostic, Label
from specc.source import SourceFile, Span
from specc.syntax.mistake import Mistake
from specc.syntax.nodes.declarations import Comment, Declaration

if TYPE_CHECKING:
    from specc.syntax import recovery
    from specc.syntax.explain.scene import Finding, Note
    from specc.syntax.machine import Fault, Machine

MAX_EXPLAINED = 200
"""Mistakes of one file that are explained. A text with more is most likely no spec at all."""


@attrs.define
class Hearing:
    """Hears what the parser finds in a file, and repairs faults so that it can go on."""

    source: SourceFile
    machine: Machine
    comments: list[Comment] = attrs.field(factory=list)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)
    broken_names: set[str] = attrs.field(factory=set)
    _resumed: int = -1

    def comment(self, text: str, span: Span) -> None:
        """Keeps a comment."""
        self.comments.append(Comment(text, span))

    def mistake(self, mistake: Mistake) -> None:
        """Reports what a builder or reader found."""
        self._report(mistake.code, mistake.message, mistake.span, mistake.hint)

    def too_deep(self, declaration: Declaration, span: Span) -> None:
        """Reports a declaration that later stages could not walk, and that is given up on."""
        from specc.diagnostics.catalogue.syntax import TOO_DEEP

        help_ = "give the inner parts names: a contract of their own, or a step before this one"
        self._report(TOO_DEEP, "this is made of too many parts within parts", span, help_)
        name = getattr(declaration, "name", None)
        if name is not None:
            self.broken_names.add(name.text)

    def fault(self, fault: Fault) -> int:
        """Explains a fault, gives up on its statement, and says where to go on."""
        # Most files have no faults, and do without what it takes to repair them.
        from specc.syntax import recovery
        from specc.syntax.layout import line_end

        text, tables = self.source.text, self.machine.tables
        limits = recovery.boundaries(tables)
        at = recovery.place(fault, limits)
        finding = self._explained(fault, at, limits)
        if finding and finding.resume is not None:
            resume = finding.resume
        else:
            scanner = self.machine.scanner
            resume = recovery.skip(text, fault, at, limits, scanner, self.comment)
            if resume <= self._resumed:  # to be sure that there is an end
                resume = min(line_end(text, fault.span.end) + 1, len(text))
        if resume == len(text) or recovery.is_declaration(text, resume, limits):
            # No block goes on there, closed or not: it would be no second mistake.
            at = recovery.place(fault, limits, outermost=True)
        self._resumed = resume
        self.broken_names |= recovery.lost_names(text, at, resume, fault, limits)
        recovery.cut_back(fault, at, tables, limits)
        return resume

    def _explained(
        self, fault: Fault, at: recovery.Place, limits: recovery.Boundaries
    ) -> Finding | None:
        if len(self.diagnostics) >= MAX_EXPLAINED:
            return None
        from specc.syntax.expectations import expectations
        from specc.syntax.explain import explain
        from specc.syntax.explain.scene import Scene

        known = expectations(self.machine.tables)
        finding = explain(Scene(self.source, fault, at, limits, known, self.machine.scanner))
        self._report(finding.code, finding.message, finding.span, finding.help, finding.note)
        return finding

    def _report(
        self, code: Code, message: str, span: Span, help_: str | None, note: Note | None = None
    ) -> None:
        count = len(self.diagnostics) + 1
        if count > MAX_EXPLAINED:
            return
        if count == MAX_EXPLAINED:
            help_ = f"a file's first {MAX_EXPLAINED} mistakes are listed, and there may be more"
        label = Label(self.source, span)
        notes = (Label(self.source, note.span, note.message),) if note else ()
        self.diagnostics.append(Diagnostic(code, message, label, notes, help_))
