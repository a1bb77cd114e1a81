"""What the parser tells of a file apart from its tree: comments, mistakes, and what they cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from specc.diagnostics.model import Diagnostic, Label
from specc.source import SourceFile, Span
from specc.syntax.mistake import Mistake
from specc.syntax.nodes.declarations import Comment

if TYPE_CHECKING:
    from specc.syntax import recovery
    from specc.syntax.explain.scene import Finding
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
        if len(self.diagnostics) < MAX_EXPLAINED:
            label = Label(self.source, mistake.span)
            self.diagnostics.append(
                Diagnostic(mistake.code, mistake.message, label, help=mistake.help)
            )

    def fault(self, fault: Fault) -> int:
        """Explains a fault, gives up on its statement, and says where to go on."""
        # Most files have no faults, and do without what it takes to repair them.
        from specc.syntax import recovery
        from specc.syntax.layout import line_end

        text, tables = self.source.text, self.machine.tables
        limits = recovery.boundaries(tables)
        at = recovery.place(fault, limits)
        finding = self._explained(fault, at, limits)
        if finding and finding.resume is not None and finding.resume > self._resumed:
            resume = finding.resume
            if finding.outside:
                at = recovery.place(fault, limits, outermost=True)
        else:
            resume = recovery.skip(text, fault, at, self.machine.scanner, self.comment)
        if resume <= self._resumed:
            resume = min(line_end(text, fault.span.end) + 1, len(text))
        self._resumed = resume
        self.broken_names |= recovery.lost_names(text, at, resume, fault, limits)
        recovery.cut_back(fault, at, tables, limits)
        return resume

    def _explained(
        self, fault: Fault, at: recovery.Place, limits: recovery.Boundaries
    ) -> Finding | None:
        from specc.diagnostics.catalogue.syntax import TOO_MANY
        from specc.syntax.expectations import expectations
        from specc.syntax.explain import explain
        from specc.syntax.explain.scene import Scene

        count = len(self.diagnostics)
        if count < MAX_EXPLAINED:
            known = expectations(self.machine.tables)
            finding = explain(Scene(self.source, fault, at, limits, known))
            note = finding.note
            self.diagnostics.append(
                Diagnostic(
                    finding.code,
                    finding.message,
                    Label(self.source, finding.span),
                    (Label(self.source, note.span, note.message),) if note else (),
                    finding.help,
                )
            )
            return finding
        if count == MAX_EXPLAINED:
            message = f"more than {MAX_EXPLAINED} mistakes: the rest is not listed"
            self.diagnostics.append(Diagnostic(TOO_MANY, message, Label(self.source, fault.span)))
        return None
