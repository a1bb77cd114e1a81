"""Formats specs: `format_text` for a text, `print_module` for a tree that was made."""

from __future__ import annotations

from specc.diagnostics.model import Diagnostic
from specc.format.families.module import module
from specc.format.layout import lay_out
from specc.format.written import Written
from specc.source import SourceFile
from specc.syntax.dump import dump
from specc.syntax.nodes.declarations import Module
from specc.syntax.parser import Parsed, parse


class MistakesFoundError(Exception):
    """The text cannot be parsed, so it cannot be formatted; the diagnostics say why."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics


class FormatterDefectError(Exception):
    """The formatter's own check of what it made failed: a defect of this tool, not of the spec."""


def format_text(source: SourceFile) -> str:
    """The text of a spec in the one layout, as good as the one that was given: this is checked.

    Raises MistakesFoundError if it cannot be parsed, and FormatterDefectError rather than return a
    text that has another meaning, has lost a comment, or would be formatted in another way again.
    """
    parsed = _parsed(source)
    text = print_module(parsed.module)
    if text != source.text:
        _check(parsed.module, SourceFile(source.name, text))
    return text


def print_module(node: Module) -> str:
    """The text of a module. Comments and blank lines are those of its source, if it has one."""
    text = lay_out(module(Written(node), node)).strip("\n")
    return f"{text}\n" if text else ""


def _parsed(source: SourceFile) -> Parsed:
    parsed = parse(source)
    if parsed.diagnostics:
        raise MistakesFoundError(parsed.diagnostics)
    return parsed


def _check(before: Module, made: SourceFile) -> None:
    parsed = parse(made)
    if parsed.diagnostics:
        first = parsed.diagnostics[0]
        line = made.position(first.primary.span.start).line
        raise _defect(before, f"line {line} of the result cannot be parsed: {first.message}")
    after = parsed.module
    if dump(after) != dump(before):
        raise _defect(before, "the result does not mean the same")
    if _comments(after) != _comments(before):
        raise _defect(before, "a comment would be lost")
    if print_module(after) != made.text:
        raise _defect(before, "the result would be formatted in another way again")


def _comments(node: Module) -> list[str]:
    return sorted(comment.text.rstrip() for comment in node.comments)


def _defect(node: Module, why: str) -> FormatterDefectError:
    name = node.source.name
    return FormatterDefectError(f"cannot format {name}, which is left as it is: {why}")
