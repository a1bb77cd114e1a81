"""Codes of mistakes in the syntax."""

from specc.diagnostics.code import Code


def _c(n: int) -> Code:
    return Code(f"BTS{n:03}", title="t", explanation="e", example="x", fixed="y")


UNEXPECTED = _c(1)
BAD_ESCAPE = _c(2)
BAD_INTERPOLATION = _c(3)
TOO_LONG = _c(4)
UNKNOWN_CONDITION = _c(5)
CASES_NOT_FIRST = _c(6)
CLAUSE_TWICE = _c(7)
NOT_A_RATE = _c(8)
