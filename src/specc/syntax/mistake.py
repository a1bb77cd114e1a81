"""A mistake that shows when a value is read or a node is built, though the tokens are in order."""

from typing import Any

from specc.diagnostics.code import Code
from specc.source import Span


class Mistake(Exception):  # noqa: N818 - it is the writer's, and no error of the program
    """Raised by readers and builders. Parsing goes on with `instead` as the value."""

    def __init__(
        self, code: Code, message: str, span: Span, *, instead: Any, hint: str | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.span = span
        self.instead = instead
        self.hint = hint
