"""Brackets that are never closed, or never opened."""

from specc.diagnostics.catalogue.syntax import UNCLOSED_BRACKET, UNMATCHED_BRACKET
from specc.source import Span
from specc.syntax.explain.scene import Finding, Note, Scene
from specc.syntax.layout import line_start, margin
from specc.syntax.machine import BLOCK, ROUND, SQUARE, Bracket
from specc.syntax.recovery import is_declaration

CLOSER_OF = {ROUND: ")", SQUARE: "]"}
OPENER_OF = {"RPAR": "(", "RSQB": "[", "RBRACE": "{"}


def unclosed_before_declaration(scene: Scene) -> Finding | None:
    """A declaration starts in the first column, and a bracket is still open."""
    brackets = scene.fault.brackets
    if not brackets or brackets[-1].start > scene.line:
        return None
    if not is_declaration(scene.text, scene.line, scene.boundaries):
        return None
    return _unclosed(
        scene,
        brackets[-1],
        Note(Span(scene.line, scene.span.end), "here the next declaration starts"),
        resume=scene.line,
    )


def unclosed_at_end(scene: Scene) -> Finding | None:
    if scene.kind != "$END" or not scene.fault.brackets:
        return None
    return _unclosed(scene, scene.fault.brackets[-1], None)


def unclosed_before_statement(scene: Scene) -> Finding | None:
    """A new line that is no deeper than the line where a bracket was opened, within a block."""
    bracket = scene.bracket
    if bracket is None or bracket.kind == BLOCK:
        return None
    if scene.kind == "RBRACE" and bracket.kind in CLOSER_OF:
        return _unclosed(scene, bracket, Note(scene.span, "before this `}`"))
    opened_in = line_start(scene.text, bracket.start)
    if scene.line <= opened_in or scene.text.startswith((")", "]", "}"), scene.line_first):
        return None
    if scene.line_first - scene.line > margin(scene.text, bracket.start):
        return None
    note = Note(Span(scene.line_first, scene.span.end), "here the next statement starts")
    return _unclosed(scene, bracket, note, resume=scene.line_first)


def _unclosed(
    scene: Scene,
    bracket: Bracket,
    note: Note | None,
    resume: int | None = None,
) -> Finding:
    start = bracket.start
    if bracket.kind not in CLOSER_OF:
        start = scene.text.index("{", start)  # the bracket of a path starts with the path
    opener, closer = scene.text[start], CLOSER_OF.get(bracket.kind, "}")
    return Finding(
        UNCLOSED_BRACKET,
        f"this `{opener}` is never closed",
        Span(start, start + 1),
        note,
        help=f"add the missing `{closer}`",
        resume=resume,
    )


def unmatched(scene: Scene) -> Finding | None:
    """A closing bracket where none of its kind is open."""
    opener = OPENER_OF.get(scene.kind)
    if opener is None:
        return None
    if any(scene.text.startswith(opener, bracket.start) for bracket in scene.fault.brackets):
        return None
    return Finding(
        UNMATCHED_BRACKET,
        f"this `{scene.word}` closes nothing",
        scene.span,
        help=f"remove it, or add the `{opener}` that it belongs to",
    )
