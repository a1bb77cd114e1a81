"""Diagnostics as people read them: the words, and the source that they are about."""

from collections.abc import Iterator, Sequence

from specc.diagnostics.model import Diagnostic, Label
from specc.diagnostics.render.margin import Margin
from specc.diagnostics.render.prose import indented, message_lines
from specc.diagnostics.render.snippet import (
    Mark,
    bracket,
    first_line,
    last_line,
    one_line,
    underline,
)
from specc.diagnostics.render.style import Paint, Style, coloured, plain
from specc.diagnostics.render.visible import visible

SECONDARY = Mark("-", Style.FRAME)


def render(diagnostics: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """All diagnostics, an empty line between two, and a summary. Nothing for none."""
    if not diagnostics:
        return ""
    paint = coloured if colour else plain
    blocks = ["\n".join(_rows(diagnostic, paint)) for diagnostic in diagnostics]
    return "\n\n".join([*blocks, paint(summary(diagnostics), Style.STRONG)]) + "\n"


def render_one(diagnostic: Diagnostic, *, colour: bool = False) -> str:
    """One diagnostic, without a summary."""
    return "\n".join(_rows(diagnostic, coloured if colour else plain)) + "\n"


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """How many there are, such as `2 errors, 1 warning in 3 files`."""
    errors = sum(diagnostic.severity == "error" for diagnostic in diagnostics)
    warnings = len(diagnostics) - errors
    files = len({diagnostic.primary.source.name for diagnostic in diagnostics})
    counts = [_count(errors, "error")] if errors or not warnings else []
    if warnings:
        counts.append(_count(warnings, "warning"))
    return f"{', '.join(counts)} in {_count(files, 'file')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _rows(diagnostic: Diagnostic, paint: Paint) -> Iterator[str]:
    style = Style.ERROR if diagnostic.severity == "error" else Style.WARNING
    labels = (diagnostic.primary, *diagnostic.secondary)
    margin = Margin(max(len(str(last_line(label))) for label in labels), paint)

    head = f"{diagnostic.severity}[{diagnostic.code.id}]"
    message = [paint(line, Style.STRONG) for line in message_lines(diagnostic.message)]
    yield f"{paint(head, style)}: {indented(message, len(head) + 2)}"

    yield margin.place("-->", _place(diagnostic.primary))
    yield margin.bar
    yield from _snippet(diagnostic.primary, Mark("^", style), margin)
    above = diagnostic.primary
    for label in diagnostic.secondary:
        if label.source.name != above.source.name:
            yield margin.bar
            yield margin.place(":::", _place(label))
        if _on_same_row(label, above):
            yield from underline(label, SECONDARY, margin)
        else:
            yield margin.bar
            yield from _snippet(label, SECONDARY, margin)
        above = label

    if diagnostic.help is not None:
        lines = message_lines(diagnostic.help)
        yield margin.note("help", indented(lines, margin.indent + len("help: ")))
    yield margin.note("help", f"`specc explain {diagnostic.code.id}`")


def _snippet(label: Label, mark: Mark, margin: Margin) -> Iterator[str]:
    if last_line(label) > first_line(label):
        yield from bracket(label, mark, margin)
    else:
        yield margin.numbered(first_line(label), one_line(label).text)
        yield from underline(label, mark, margin)


def _on_same_row(label: Label, above: Label) -> bool:
    """Whether the row of source that `above` was drawn under does for this label too."""
    lines = {first_line(label), last_line(label), first_line(above), last_line(above)}
    same_place = label.source.name == above.source.name and len(lines) == 1
    return same_place and one_line(label).text == one_line(above).text


def _place(label: Label) -> str:
    line, column = label.source.position(label.span.start)
    return f"{visible(label.source.name)}:{line}:{column}"
