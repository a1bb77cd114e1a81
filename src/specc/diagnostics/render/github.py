"""Diagnostics as GitHub workflow commands, which show them at their lines in a pull request."""

from collections.abc import Sequence

from specc.diagnostics.model import Diagnostic
from specc.diagnostics.render.prose import prose
from specc.diagnostics.render.visible import visible


def render(diagnostics: Sequence[Diagnostic]) -> str:
    """One workflow command a diagnostic, each on a line of its own."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    source, span = diagnostic.primary.source, diagnostic.primary.span
    start, end = source.position(span.start), source.position(span.end)
    if start.line == end.line:
        place = {"line": start.line, "col": start.column}
        place |= {"endLine": end.line, "endColumn": end.column}
    else:  # GitHub takes columns only where both are on one line
        place = {"line": start.line, "endLine": end.line}
    properties = {"file": visible(source.name), **place, "title": diagnostic.code.id}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{diagnostic.severity} {listed}::{_data(prose(diagnostic))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")
